import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repo = fileURLToPath(new URL('../../', import.meta.url));
const apps = fileURLToPath(new URL('../apps/', import.meta.url));

/** The apps that Vite builds, each with a framework. */
export const VITE_APPS = ['react', 'preact', 'vue', 'svelte', 'solid'] as const;

/** The apps that are drawn in the browser; all show the same and can be changed by `window.app`. */
export const APPS = [...VITE_APPS, 'angular'] as const;

/** What a framework builds by a command of its own: with packages of its own, and a Node that may have to be newer than this one. */
const OWN_BUILDS = {
  angular: ['@angular/cli/bin/ng.js', 'build'],
  next: ['next/dist/bin/next', 'build'],
  nuxt: ['nuxt/bin/nuxt.mjs', 'generate'],
  sveltekit: ['vite/bin/vite.js', 'build'],
  astro: ['astro/bin/astro.mjs', 'build'],
} as const;

type OwnBuild = keyof typeof OWN_BUILDS;
export const OWN_APPS = Object.keys(OWN_BUILDS) as readonly OwnBuild[];

/** Sites whose pages are rendered before a browser asks for them, and taken over there. */
export const SERVER_APPS = ['next', 'nuxt', 'sveltekit', 'astro'] as const satisfies readonly OwnBuild[];

const isOwnBuild = (name: string): name is OwnBuild => Object.hasOwn(OWN_BUILDS, name);

/** Where the built app of a framework lies. */
export const builtApp = (name: string): string => (isOwnBuild(name) ? `${apps}${name}/.built` : `${apps}.built/${name}`);

/** Installs what an app is made of, unless the locked packages are there already. Without a name: what the apps have in common. */
export async function installApp(name = '.'): Promise<void> {
  const cwd = `${apps}${name}/`;
  const stamp = `${cwd}node_modules/.lock`;
  const lock = createHash('sha256').update(await readFile(`${cwd}package-lock.json`)).digest('hex');
  if (existsSync(stamp) && await readFile(stamp, 'utf8') === lock) return;
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd });
  await writeFile(stamp, lock);
}

/** Puts the package into the apps as `npm install` would: what `npm pack` makes of it, and nothing else. */
export async function installPackage(): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', `${apps}node_modules`], { cwd: repo });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const targets = ['.', ...OWN_APPS].map((name) => `${apps}${name}/node_modules/jitsi-gate`);
  // A second copy, for a page that has two.
  for (const target of [...targets, `${apps}node_modules/jitsi-gate-copy`]) {
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await run('tar', ['-xzf', `${apps}node_modules/${filename}`, '--strip-components=1'], { cwd: target });
  }
  await rm(`${apps}node_modules/${filename}`);
}

/** Builds an app by its framework's own command, as it would be published. @throws Error with what the command says */
export async function buildOwnApp(name: OwnBuild): Promise<void> {
  const [script, command] = OWN_BUILDS[name];
  const telemetry = { NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };
  await rm(builtApp(name), { recursive: true, force: true });
  await run(`${apps}node_modules/node/bin/node`, [`node_modules/${script}`, command], { cwd: `${apps}${name}`, env: { ...process.env, ...telemetry, NODE_ENV: 'production' } })
    .catch((error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.stdout ?? ''}${error.stderr ?? ''}`, { cause: error });
    });
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
