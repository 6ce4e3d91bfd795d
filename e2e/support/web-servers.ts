import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NGINX, findServer } from '../../test/support/web-server-programs.js';
import type { RunningServer } from './listen.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A site for a real web server: its one page, and the lines of its configuration that send headers. */
export interface ServedPage {
  readonly html: string;
  readonly headers: string;
}

/** Where a server and its site live while a test runs. */
interface Place {
  readonly folder: string;
  readonly port: number;
  readonly headers: string;
}

const IS_ROOT = process.getuid?.() === 0;
const TYPES = { 'text/html': 'html', 'text/javascript': 'js', 'application/json': 'json' } as const;

const nginxConfig = ({ folder, port, headers }: Place): string => `
${IS_ROOT ? 'user root;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  types { ${Object.entries(TYPES).map(([type, ending]) => `${type} ${ending};`).join(' ')} }
  charset utf-8;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    ${headers}
  }
}
`;

const apacheConfig = ({ folder, port, headers }: Place): string => `
ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
${['mpm_event', 'authz_core', 'headers', 'mime', 'dir'].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${IS_ROOT ? 'User www-data\nGroup www-data' : ''}
TypesConfig /dev/null
${Object.entries(TYPES).map(([type, ending]) => `AddType ${type} ${ending}`).join('\n')}
AddDefaultCharset utf-8
DocumentRoot ${folder}/site
<Directory />
  Require all granted
</Directory>
${headers}
`;

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilThere(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isThere = await fetch(origin).then(() => true, () => false);
    if (isThere) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('the server does not answer');
}

function end(child: ChildProcess): Promise<void> {
  return child.exitCode === null ? new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  }) : Promise.resolve();
}

/** Starts nginx or Apache on this computer only, with a page at `/` and the gate's files in `/assets/`. */
export async function startWebServer(name: 'nginx' | 'apache', { html, headers }: ServedPage): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), `jitsi-gate-${name}-`));
  // Apache reads files as another user.
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'site/assets'), { recursive: true });
  await writeFile(join(folder, 'site/index.html'), html);
  for (const part of ['jitsi-gate.js', 'jitsi-gate']) await cp(join(dist, part), join(folder, 'site/assets', part), { recursive: true });
  const place: Place = { folder, port: await freePort(), headers };
  const isNginx = name === 'nginx';
  await writeFile(join(folder, 'server.conf'), isNginx ? nginxConfig(place) : apacheConfig(place));
  const program = findServer(name) ?? NGINX;
  const child = spawn(program, isNginx ? ['-p', folder, '-c', join(folder, 'server.conf')] : ['-D', 'FOREGROUND', '-f', join(folder, 'server.conf')], { stdio: 'inherit' });
  const close = async (): Promise<void> => {
    await end(child);
    await rm(folder, { recursive: true });
  };
  const origin = `http://127.0.0.1:${place.port}`;
  await untilThere(origin, child).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { origin, close };
}
