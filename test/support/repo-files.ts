/** Finds the repository's own files by walking its folders, so that a new file is checked without being listed anywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSource, type Source } from './syntax.js';

/** Absolute path of the repository's top folder, with a separator at the end. */
export const repoRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Every file below a folder of the repository, as paths from the top with `/`, sorted. A missing folder
 * holds nothing; hidden files and folders are built or private, and packages are others'.
 */
export function listFiles(folder: string): string[] {
  const start = join(repoRoot, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return listFiles(path);
      return [path];
    })
    .toSorted();
}

/** Text of a file given by its path from the top of the repository. */
export function readRepoFile(path: string): string {
  return readFileSync(join(repoRoot, path), 'utf8');
}

/** All TypeScript files of a folder, parsed. */
export function parseFolder(folder: string): Source[] {
  return listFiles(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => parseSource(path, readRepoFile(path)));
}
