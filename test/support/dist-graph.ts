import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findImports, type FoundImport } from './find-imports.js';
import { parseSource } from './syntax.js';

/** What the entry of the script tag leads to, as paths below the folder that was asked about. */
export interface ScriptFiles {
  /** Fetched until the first gate is on screen, in the order of discovery; the entry itself is the first. */
  readonly firstLook: readonly string[];
  /** Reached only by further dynamic imports: after a click, for a language, for a platform. */
  readonly later: readonly string[];
  /** Imported but not there, and imports whose path cannot be read. */
  readonly missing: readonly string[];
}

/**
 * Follows the imports of a built folder from `jitsi-gate.js`: the target of its first `import()` with all static imports of
 * that target make the first look, everything else is later.
 */
export function scriptFiles(dist: string, entry = 'jitsi-gate.js'): ScriptFiles {
  const imports = importsOf(dist, entry);
  const loader = imports.find(({ kind }) => kind === 'dynamic');
  const start = [entry, ...(loader ? [targetOf(entry, loader.specifier)] : [])];
  const firstLook = follow(dist, start, (found) => found.kind === 'static');
  const all = follow(dist, [entry], () => true);
  const missing = all.filter((file) => !existsSync(join(dist, file)));
  return { firstLook, later: all.filter((file) => !firstLook.includes(file)), missing: loader ? missing : [...missing, 'import()'] };
}

/** The given modules with what they import by a relative path. Packages are not followed. */
export interface ModuleFiles {
  /** Imported statically: what an application bundles into its own start. */
  readonly start: readonly string[];
  /** Reached only by a dynamic import: fetched when a gate is in the page, or after a click. */
  readonly later: readonly string[];
}

/** Follows the imports of modules in a built folder. */
export function moduleFiles(dist: string, entries: readonly string[]): ModuleFiles {
  const start = follow(dist, entries, (found) => found.kind === 'static');
  return { start, later: follow(dist, entries, () => true).filter((file) => !start.includes(file)) };
}

function follow(dist: string, start: readonly string[], wanted: (found: FoundImport) => boolean): string[] {
  const files = new Set(start);
  // A set also visits what is added while it is walked through.
  for (const file of files) {
    for (const found of importsOf(dist, file).filter(wanted)) {
      if (found.kind === 'unreadable') files.add(`an unreadable import in ${file}`);
      else if (found.specifier.startsWith('.')) files.add(targetOf(file, found.specifier));
    }
  }
  return [...files];
}

/** Files that are asked for by their names alone, in the folder of the gate's own files (`build/hand-over.ts`, `src/moments/folder.ts`). */
function namedIn(file: string, text: string): FoundImport[] {
  const isScript = !file.includes('/') && /^jitsi-gate\b/.test(file);
  if (!isScript && !file.startsWith('jitsi-gate/')) return [];
  return [...text.matchAll(/["'`]([\w-]+-[\w-]{8}\.js)["'`]/g)].map(([, name = '']) => ({ kind: 'dynamic', specifier: `./${isScript ? 'jitsi-gate/' : ''}${name}`, line: 0 }));
}

function importsOf(dist: string, file: string): FoundImport[] {
  const path = join(dist, file);
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const named = namedIn(file, text);
  // Such a name is put together with its folder in a place that no path can be read from.
  const found = findImports(parseSource(file, text)).filter(({ kind }) => kind !== 'unreadable' || named.length === 0);
  return [...found, ...named];
}

function targetOf(file: string, specifier: string): string {
  return join(dirname(file), specifier).replaceAll('\\', '/');
}
