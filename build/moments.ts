import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A group of modules that become one chunk (Rolldown, `codeSplitting.groups`): what `test` finds, with all its static imports. */
interface Group {
  readonly name: string;
  readonly test: (id: string) => boolean;
  readonly priority: number;
}

const src = new URL('../src/', import.meta.url);

/** The moments, in their order: what the files that fetch something import. */
export function momentNames(): string[] {
  const fetched = ['npm-loading', 'loading', 'later-loading'].flatMap((file) => (
    [...readFileSync(new URL(`moments/${file}.ts`, src), 'utf8').matchAll(/import\('\.\/([\w-]+)\.js'\)/g)].map(([, name = '']) => name)));
  return [...new Set(fetched)];
}

/** Gives each module to the first moment that reaches it statically; the first of all begins with the entries. */
export function momentGroups(...entries: readonly string[]): Group[] {
  const begins = [entries, ...momentNames().map((name) => `moments/${name}.ts`).filter((file) => !entries.includes(file)).map((file) => [file])];
  return begins.map((files, index) => {
    const paths = files.map((file) => fileURLToPath(new URL(file, src)));
    const [name = ''] = files.map((file) => file.replace(/^.*\/|\.ts$/g, ''));
    return { name, test: (id) => paths.includes(id), priority: begins.length - index };
  });
}
