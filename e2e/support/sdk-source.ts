import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, readCached, writeCached } from './cache.js';

const run = promisify(execFile);

/** The npm package that carries the genuine source of external_api.js (Apache-2.0). */
export const SDK_PACKAGE = '@jitsi/react-native-sdk@13.2.0';

/** The registry's own integrity value for {@link SDK_PACKAGE}; anything else is refused. */
export const SDK_INTEGRITY =
  'sha512-J7itSoy85IScxeC4letOtoS33Sp0tH5hLYFHYtH+v3WQwLjganuWlFCjlDbL5ks9ebGhVNsCyCBdML9qC+SAWw==';

/**
 * What the script's import graph reaches; the rest (10 MB of app) stays packed. The manifest comes along because the
 * entry is CommonJS: without it our own `"type": "module"` would apply, and the bundle would export nothing.
 */
const NEEDED = [
  'package/package.json',
  'package/modules/API',
  'package/modules/transport',
  'package/react/features/base/config',
  'package/react/features/base/util',
  'package/react/features/external-api',
  'package/react/features/pip',
];

const TARBALL = 'react-native-sdk-13.2.0.tgz';

function isGenuine(tarball: Uint8Array): boolean {
  return `sha512-${createHash('sha512').update(tarball).digest('base64')}` === SDK_INTEGRITY;
}

/**
 * A plain install of this package fails (its manifest names packages by GitHub URL), so only the tarball is taken.
 */
async function download(): Promise<Buffer> {
  const folder = await mkdtemp(join(cacheFolder, 'pack-'));
  try {
    const options = ['--pack-destination', folder, '--ignore-scripts', '--silent'];
    await run('npm', ['pack', SDK_PACKAGE, ...options], { cwd: folder });
    const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    if (file === undefined) throw new Error(`npm pack ${SDK_PACKAGE} left no tarball`);
    return await readFile(join(folder, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function genuineTarball(): Promise<void> {
  const kept = await readCached(TARBALL);
  if (kept !== undefined && isGenuine(kept)) return;
  const fresh = await download();
  if (!isGenuine(fresh)) throw new Error(`${SDK_PACKAGE} does not match its pinned integrity ${SDK_INTEGRITY}`);
  await writeCached(TARBALL, fresh);
}

/**
 * Unpacks the genuine source into a folder of its own, hands that to `use`, and removes it afterwards.
 * The tarball is downloaded once, kept, and checked against {@link SDK_INTEGRITY} every time.
 */
export async function withSdkSource<T>(use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(cacheFolder, { recursive: true });
  await genuineTarball();
  const folder = await mkdtemp(join(cacheFolder, 'source-'));
  try {
    await run('tar', ['-xzf', join(cacheFolder, TARBALL), '-C', folder, ...NEEDED]);
    return await use(join(folder, 'package'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
