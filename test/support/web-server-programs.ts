import { existsSync, mkdirSync } from 'node:fs';
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

const defaults = join(repoRoot, 'node_modules/.cache/debian-defaults');

/** The folder like /etc with the files of Debian's packages of Prosody, coturn and nginx; undefined where they were not to be had. */
export const unpackedDefaults = (): string | undefined => (['prosody/prosody.cfg.lua', 'turnserver.conf', 'nginx/nginx.conf'].every((file) => existsSync(join(defaults, 'etc', file))) ? join(defaults, 'etc') : undefined);

/** Unpacks packages of Debian without installing them. */
async function unpack(folder: string, ...packages: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const isLoaded = await runCommand('sh', ['-c', `(apt-get download $0 $@ || (apt-get update && apt-get download $0 $@)) && for file in *.deb; do dpkg -x "$file" .; done`, ...packages], { cwd: folder });
  if (isLoaded !== 0) console.log(`could not be unpacked: ${packages.join(', ')}`);
}

/** Gets the servers that are missing, and the files of others, on Debian and its kin. Where that cannot be, their tests stay open, and that is said. */
export async function getWebServers(): Promise<void> {
  if (!findServer('apache')) await aptInstall('apache2-bin');
  if (!findServer('nginx')) await unpack(unpacked, 'nginx');
  if (!unpackedDefaults()) await unpack(defaults, 'prosody', 'coturn', 'nginx-common');
  for (const name of WEB_SERVERS) if (!findServer(name)) console.log(`${name}: its tests stay open, because it is not installed`);
}
