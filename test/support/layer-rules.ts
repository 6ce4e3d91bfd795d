import { posix } from 'node:path';
import { findImports, type FoundImport } from './find-imports.js';
import type { Source } from './syntax.js';

/** The layer line: a folder may import folders of earlier rows only; folders of one row do not know each other. */
export const layers: readonly (readonly string[])[] = [
  ['lib'],
  ['facts'],
  ['config', 'i18n', 'storage'],
  ['consent'],
  ['receipts', 'providers', 'cmp', 'notice'],
  ['gate'],
  ['elements'],
  ['page'],
  ['moments'],
  ['entries'],
];

/**
 * What is the owner's stands outside the line, and so does the plugin for Vite: `desk` is pure, `audit`, `cli` and `scan` run in Node. They read
 * only what needs no page.
 */
const needsNoPage: readonly string[] = ['lib', 'facts', 'config', 'i18n', 'consent', 'receipts', 'notice'];
export const ownersMayImport: Readonly<Record<string, readonly string[]>> = {
  desk: needsNoPage,
  scan: [...needsNoPage, 'desk'],
  audit: [...needsNoPage, 'desk', 'scan', 'providers'],
  cli: [...needsNoPage, 'desk', 'scan', 'audit'],
  // The page for owners shows a real gate, and keeps what was typed.
  'desk-page': [...needsNoPage, 'desk', 'storage', 'elements', 'moments'],
};

/** The files that may hold an `import()`: what is fetched when can be read from them alone. */
export const fetches: readonly string[] = ['src/moments/loading.ts', 'src/moments/later-loading.ts', 'src/moments/npm-loading.ts', 'src/cmp/registry.ts', 'src/i18n/load.ts', 'src/i18n/locales.ts', 'src/i18n/software-locales.ts', 'src/i18n/notice-locales.ts'];

/** What is wrong with a file's imports, one sentence each: file and line, the import as written, the rule it breaks. */
export function checkLayers(source: Source): string[] {
  return findImports(source).flatMap((found) => {
    const problem = problemOf(source.file, found);
    return problem === undefined ? [] : [`${source.file}:${found.line} imports '${found.specifier}': ${problem}`];
  });
}

function problemOf(file: string, found: FoundImport): string | undefined {
  // Declarations that add to those of a framework are no code.
  if (file.startsWith('src/frameworks/')) return file.endsWith('.d.ts') ? undefined : 'src/frameworks holds declarations only';
  return found.kind === 'unreadable' ? 'a dynamic import needs a path that can be read from the text' : importProblem(file, found);
}

function importProblem(file: string, found: FoundImport): string | undefined {
  const specifier = found.specifier.replace(/\?.*$/, '');
  if (found.kind === 'dynamic' && !fetches.includes(file)) return `only ${fetches.join(', ')} fetch something later`;
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) return packageProblem(file, specifier);
  const target = posix.join(posix.dirname(file), specifier);
  if (target === 'package.json' || (file === 'src/vite.ts' && folderOf(target) === 'scan')) return undefined;
  if (specifier.startsWith('/') || !target.startsWith('src/')) return 'the product imports nothing outside src/';
  return folderProblem(folderOf(file), folderOf(target));
}

/** The layer a path belongs to: its folder below src/, or `entries` for a file directly in src/. */
function folderOf(path: string): string {
  const [, folder, ...rest] = path.split('/');
  return folder === undefined || rest.length === 0 ? 'entries' : folder;
}

function folderProblem(from: string, to: string): string | undefined {
  if (from === to) return undefined;
  const mayImport = ownersMayImport[from];
  if (mayImport) return mayImport.includes(to) ? undefined : `${from} may import only ${mayImport.join(', ')}, not ${to}`;
  if (Object.hasOwn(ownersMayImport, to)) return `nothing imports ${to}`;
  const [fromRow, toRow] = [rowOf(from), rowOf(to)];
  if (fromRow < 0 || toRow < 0) return `src/${fromRow < 0 ? from : to} is not in the layer line`;
  if (fromRow === toRow) return `${from} and ${to} stand side by side and must not import each other`;
  return toRow < fromRow ? undefined : `${from} may not import ${to} (${layers.map((row) => row.join(' ')).join(' < ')})`;
}

function rowOf(folder: string): number {
  return layers.findIndex((row) => row.includes(folder));
}

/** Packages that one place knows, and why no other does. */
const OWNED: readonly (readonly [specifier: RegExp, owner: RegExp, problem: string])[] = [
  [/^node:/, /^src\/(cli\/|audit\/|scan\/|vite\.ts$)/, 'only cli runs in Node'],
  [/^acorn$/, /^src\/audit\/script\//, 'only the audit reads scripts'],
  [/^lit(\/|$)/, /./, ''],
  [/^react$/, /^src\/react\.ts$/, 'only the entry jitsi-gate/react knows React'],
  [/^vite$/, /^src\/vite\.ts$/, 'only the entry jitsi-gate/vite knows Vite'],
  [/^jsonc-parser$/, /^src\/cli\//, 'only the command says where a text is no JSON'],
  [/^parse5$/, /^src\/scan\//, 'only scan reads HTML without a browser'],
];

/** Packages have owners too: the product ships with lit and zod, and only the command line tool runs in Node. */
function packageProblem(file: string, specifier: string): string | undefined {
  const [, owner, problem] = OWNED.find(([name]) => name.test(specifier)) ?? [];
  if (owner) return owner.test(file) ? undefined : problem;
  if (specifier === 'zod/mini') {
    const isOwner = /^src\/(config\/(fields|schema|schema-faults)|consent\/record-schema|receipts\/receipt-schema|cli\/[\w-]+)\.ts$/.test(file);
    return isOwner ? undefined : 'zod/mini is used only in descriptions (config/fields, config/schema, consent/record-schema, receipts/receipt-schema), in config/schema-faults, and in cli';
  }
  return specifier === 'zod' || specifier.startsWith('zod/')
    ? 'only zod/mini is small enough'
    : 'not a dependency at run time (lit and zod are the only ones)';
}
