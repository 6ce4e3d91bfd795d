import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, isExecutable } from './apt-install.js';
import { repoRoot } from './repo-files.js';
import { runCommand } from './run-command.js';

/** Real web servers that tests send headers with. */
export const WEB_SERVERS = ['nginx', 'apache'] as const;

export type WebServer = (typeof WEB_SERVERS)[number];

const unpacked = join(repoRoot, 'node_modules/.cache/nginx');

/** Where nginx is unpacked to where it is not installed: its package would start a server of its own. */
export const NGINX = join(unpacked, 'usr/sbin/nginx');

const PROGRAMS: Readonly<Record<WebServer, readonly string[]>> = {
  nginx: ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx', NGINX],
  apache: ['/usr/sbin/apache2'],
};

/** The program of a server; undefined where there is none. */
export const findServer = (name: WebServer): string | undefined => PROGRAMS[name].find(isExecutable);

/** Gets the servers that are missing, on Debian and its kin. Where that cannot be, their tests stay open, and that is said. */
export async function getWebServers(): Promise<void> {
  if (!findServer('apache')) await aptInstall('apache2-bin');
  if (!findServer('nginx')) {
    mkdirSync(unpacked, { recursive: true });
    const isLoaded = await runCommand('sh', ['-c', 'apt-get download nginx && dpkg -x nginx_*.deb .'], { cwd: unpacked });
    if (isLoaded !== 0) console.log('nginx could not be unpacked');
  }
  for (const name of WEB_SERVERS) if (!findServer(name)) console.log(`${name}: its tests stay open, because it is not installed`);
}
