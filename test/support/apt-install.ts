import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { runCommand } from './run-command.js';

/** Whether a file is there and can be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Edge: not there or not ours to run; either way not a candidate.
    return false;
  }
}

function isDebianLike(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release) && isExecutable('/usr/bin/apt-get');
}

/** What to put before a command that needs an administrator; undefined when nobody here is one without a password. */
async function adminPrefix(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = '/usr/bin/sudo';
  return isExecutable(sudo) && (await runCommand(sudo, ['-n', 'true'])) === 0 ? [sudo, '-n'] : undefined;
}

/** Installs packages of a Debian-like system, each by itself; those that are not there are left out. False where nothing can be installed. */
export async function aptInstall(...packages: readonly string[]): Promise<boolean> {
  const prefix = await adminPrefix();
  if (!isDebianLike() || prefix === undefined) return false;
  console.log(`installing ${packages.join(', ')} with apt-get`);
  const apt = async (...args: string[]): Promise<boolean> => {
    const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return (await runCommand(program, rest)) === 0;
  };
  if (!(await apt('update'))) return false;
  for (const name of packages) await apt('install', '-y', '--no-install-recommends', name);
  return true;
}
