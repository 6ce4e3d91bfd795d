import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repo = fileURLToPath(new URL('../../', import.meta.url));
const apps = fileURLToPath(new URL('../apps/', import.meta.url));

/** The apps that a bundler makes, each with a framework. */
export const APPS = ['react', 'preact', 'vue', 'svelte', 'solid'] as const;

/** Where the built app of a framework lies. */
export const builtApp = (name: string): string => `${apps}.built/${name}`;

/** Installs what the apps are made of, unless the locked packages are there already. */
export async function installApps(): Promise<void> {
  const stamp = `${apps}node_modules/.lock`;
  const lock = createHash('sha256').update(await readFile(`${apps}package-lock.json`)).digest('hex');
  if (existsSync(stamp) && await readFile(stamp, 'utf8') === lock) return;
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: apps });
  await writeFile(stamp, lock);
}

/** Puts the package into the apps as `npm install` would: what `npm pack` makes of it, and nothing else. */
export async function installPackage(): Promise<void> {
  const target = `${apps}node_modules/jitsi-gate`;
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', `${apps}node_modules`], { cwd: repo });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', `../${filename}`, '--strip-components=1'], { cwd: target });
  await rm(`${apps}node_modules/${filename}`);
}

/** Runs a script of Node for development: frameworks read that when they are loaded, and only then warn. */
async function runNode(...args: readonly string[]): Promise<void> {
  const { stdout, stderr } = await run(process.execPath, args, { cwd: apps, env: { ...process.env, NODE_ENV: 'development' } });
  if (stdout + stderr) console.log(stdout + stderr);
}

/** Builds an app with the Vite of this repository. */
export async function buildApp(name: string, outDir = builtApp(name), ...more: readonly string[]): Promise<void> {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  await runNode(vite, 'build', name, '--config', 'vite.config.ts', '--mode', 'development', '--outDir', outDir, '--logLevel', 'error', ...more);
}

/** Builds an app whose page a server has rendered. The server's part of it stands beside, and its imports are found from there. */
export async function buildServerApp(name: string): Promise<void> {
  await buildApp(name);
  await buildApp(name, `${builtApp(name)}/server`, '--ssr', 'server.tsx');
  await runNode(`${builtApp(name)}/server/server.js`, `${builtApp(name)}/index.html`);
}

/** Checks the apps' types as their editor would. Only an older TypeScript than ours finds modules as Node 10 did. @throws Error with what it says */
export async function checkTypes(resolution: 'bundler' | 'node16' | 'node10'): Promise<void> {
  const tsc = resolution === 'node10' ? `${apps}node_modules/typescript/lib/tsc.js` : `${repo}node_modules/typescript/bin/tsc`;
  const config = resolution === 'bundler' ? 'tsconfig.json' : `types/tsconfig.${resolution}.json`;
  const { stdout } = await run(process.execPath, [tsc, '-p', config], { cwd: apps }).catch((error: { stdout?: string }) => {
    throw new Error(error.stdout ?? String(error), { cause: error });
  });
  if (stdout) throw new Error(stdout);
}
