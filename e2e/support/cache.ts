import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where downloads and bundles are kept between runs. It lies below `node_modules`, so that sources unpacked here
 * resolve their bare imports from the project's own dev dependencies.
 */
export const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/jitsi-gate/', import.meta.url));

/** A short, stable name for a recipe: the same parts always give the same text. */
export function fingerprint(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

/**
 * Writes a file in the cache so that a concurrent reader sees all of it or nothing: a temporary file, then a rename.
 */
export async function writeCached(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const temporary = join(cacheFolder, `.${randomUUID()}.tmp`);
  await writeFile(temporary, content);
  await rename(temporary, join(cacheFolder, name));
}

/** Reads a file of the cache; `undefined` when it is not there. */
export async function readCached(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(cacheFolder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
