import { cpSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRepoFile, repoRoot } from './repo-files.js';
import { runTool } from './run-command.js';

const packagesOf = realpathSync(join(repoRoot, 'node_modules'));

/** The packages that are built in, with all that they need themselves. */
function shippedPackages(): Set<string> {
  const needs = (manifest: string): string[] => Object.keys((JSON.parse(manifest) as { dependencies?: object }).dependencies ?? {});
  const names = new Set(needs(readRepoFile('package.json')));
  for (const name of names) for (const next of needs(readFileSync(join(packagesOf, name, 'package.json'), 'utf8'))) names.add(next);
  return names;
}

/**
 * Copies into an empty folder all that a build reads. Packages that are built in are copied, too: a link would lead every
 * copy to the same place, and a build that depends on where they lie would go unseen. Tools are links.
 */
export function copyRepository(folder: string): void {
  for (const path of ['src', 'build', 'vite.config.ts', 'package.json', 'tsconfig.json']) cpSync(join(repoRoot, path), join(folder, path), { recursive: true });
  const shipped = [...shippedPackages()];
  for (const name of shipped) cpSync(join(packagesOf, name), join(folder, 'node_modules', name), { recursive: true });
  const copied = new Set(shipped.map((name) => name.split('/')[0]));
  for (const name of readdirSync(packagesOf)) {
    const link = join(folder, 'node_modules', name);
    if (name.startsWith('.') || copied.has(name)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(packagesOf, name), link, 'junction');
  }
}

/** Builds a copy by the modes of Vite that `npm run build` goes through. Returns how many there were; throws where one fails. */
export async function buildCopy(folder: string): Promise<number> {
  const { scripts } = JSON.parse(readRepoFile('package.json')) as { scripts: { build: string } };
  const modes = [...scripts.build.matchAll(/\bvite build --mode (\w+)/g)].map(([, mode = '']) => mode);
  for (const mode of modes) {
    // A test runner says that it is one; a release is built without it.
    const exitCode = await runTool('vite', ['build', '--mode', mode, '--logLevel', 'warn'], { cwd: folder, env: { NODE_ENV: 'production' } });
    if (exitCode !== 0) throw new Error(`vite build --mode ${mode} ends with ${exitCode}`);
  }
  return modes.length;
}
