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

/** One published version of the package that carries the script. */
export interface SdkRelease {
  readonly package: string;
  /** The registry's own integrity value for the package. */
  readonly integrity: string;
  /** Folders that its import graph reaches beyond those that every version has. */
  readonly more: readonly string[];
}

/** The version that tests use where they name no other. */
export const SDK: SdkRelease = { package: SDK_PACKAGE, integrity: SDK_INTEGRITY, more: ['package/react/features/pip'] };

/** The oldest version on npm: no `ready`, no `transcribingStatusChanged`, another `allow`; servers of its age are still met. */
export const OLDER_SDK: SdkRelease = {
  package: '@jitsi/react-native-sdk@0.3.0',
  integrity: 'sha512-qKMkeZve362yp48EPer+Ht0RyEwG83WBHCGdgnYaE86ZFQ+4BJaa6BSruZxYK1xFDVOuhqRAf3xHoNon83Lsyw==',
  more: [],
};

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
];

function tarballOf({ package: name }: SdkRelease): string {
  return `${name.replace(/^@jitsi\//, '').replace('@', '-')}.tgz`;
}

function isGenuine(tarball: Uint8Array, { integrity }: SdkRelease): boolean {
  return `sha512-${createHash('sha512').update(tarball).digest('base64')}` === integrity;
}

/**
 * A plain install of this package fails (its manifest names packages by GitHub URL), so only the tarball is taken.
 */
async function download({ package: name }: SdkRelease): Promise<Buffer> {
  const folder = await mkdtemp(join(cacheFolder, 'pack-'));
  try {
    const options = ['--pack-destination', folder, '--ignore-scripts', '--silent'];
    await run('npm', ['pack', name, ...options], { cwd: folder });
    const file = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
    if (file === undefined) throw new Error(`npm pack ${name} left no tarball`);
    return await readFile(join(folder, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function genuineTarball(release: SdkRelease): Promise<void> {
  const kept = await readCached(tarballOf(release));
  if (kept !== undefined && isGenuine(kept, release)) return;
  const fresh = await download(release);
  if (!isGenuine(fresh, release)) throw new Error(`${release.package} does not match its pinned integrity ${release.integrity}`);
  await writeCached(tarballOf(release), fresh);
}

/**
 * Unpacks the genuine source into a folder of its own, hands that to `use`, and removes it afterwards.
 * The tarball is downloaded once, kept, and checked against its pinned integrity every time.
 */
export async function withSdkSource<T>(use: (folder: string) => Promise<T>, release = SDK): Promise<T> {
  await mkdir(cacheFolder, { recursive: true });
  await genuineTarball(release);
  const folder = await mkdtemp(join(cacheFolder, 'source-'));
  try {
    await run('tar', ['-xzf', join(cacheFolder, tarballOf(release)), '-C', folder, ...NEEDED, ...release.more]);
    return await use(join(folder, 'package'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
