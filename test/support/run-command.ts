import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './repo-files.js';

/** How a command is run besides its arguments. */
export interface CommandOptions {
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; default: the top folder of the repository. */
  readonly cwd?: string;
  /** Milliseconds until the command is stopped; default 20 minutes. A check that hangs must not hang everything. */
  readonly timeout?: number;
}

/**
 * Runs a program, without a shell and without input, its output going straight to
 * ours. Resolves to its exit code; a program that could not start or was stopped by a signal counts as 1. Never rejects.
 */
export function runCommand(program: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  const { env = {}, cwd = repoRoot, timeout = 20 * 60_000 } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout,
      killSignal: 'SIGKILL',
    });
    child.once('error', (error) => {
      console.log(`${program} did not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      if (signal) console.log(`${program} was stopped by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

/** Runs the command line tool of an installed package with this Node; the same on every system, without `npx`. */
export function runTool(name: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  return runCommand(process.execPath, [toolPath(name), ...args], options);
}

/** Runs npm without input and gives what it writes. @throws Error where it fails */
export function readNpm(...args: readonly string[]): string {
  const { npm_execpath: npm } = process.env;
  const [program, first]: [string, string[]] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return execFileSync(program, [...first, ...args], { cwd: repoRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 });
}

/** Tools by the name of their command. */
const packages: Readonly<Record<string, string>> = { tsc: 'typescript', attw: '@arethetypeswrong/cli' };

function toolPath(name: string): string {
  const folder = join(repoRoot, 'node_modules', packages[name] ?? name);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const bin = typeof manifest === 'object' && manifest !== null && 'bin' in manifest ? manifest.bin : undefined;
  const path: unknown = typeof bin === 'object' && bin !== null ? Reflect.get(bin, name) : bin;
  if (typeof path !== 'string') throw new Error(`${name} has no command line tool; run npm ci`);
  return join(folder, path);
}

/** Runs a script of package.json with the npm that started us. */
export function runNpmScript(script: string, options: CommandOptions = {}): Promise<number> {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return runCommand(process.execPath, [npm, 'run', script], options);
  return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['run', script], options);
}
