import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listen, type RunningServer } from '../e2e/support/listen.js';
import { type Contender, folder } from './contenders/contender.js';
import { contenders } from './contenders/index.js';
import { pageOf } from './page.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Compressed answers by path. Files do not change while the bench runs, and compressing must not count as waiting. */
type Answers = Map<string, Buffer>;

async function readBody(path: string): Promise<string | Buffer> {
  const [, key = '', size = ''] = /^\/([a-z-]+)\/(\d+)\.html$/.exec(path) ?? [];
  const contender = contenders.find((candidate) => candidate.key === key);
  if (contender) return pageOf(contender, Number(size));
  const mounts = Object.assign({}, ...contenders.map(({ mounts }: Contender) => mounts)) as Record<string, string>;
  const [prefix, root] = Object.entries(mounts).find(([start]) => path.startsWith(start)) ?? ['', folder('nowhere')];
  // A normalized path that starts with a slash cannot climb out of the folder.
  return readFile(join(root, normalize(`/${path.slice(prefix.length)}`)));
}

async function answer(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  try {
    const body = answers.get(path) ?? gzipSync(await readBody(path), { level: 9 });
    answers.set(path, body);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length, 'cache-control': 'no-store' });
    response.end(body);
  } catch {
    // Edge: what cannot be read is not there; the run that asked for it will say that its gate did not come.
    response.writeHead(404).end();
  }
}

/** Serves every contender's pages as `/<key>/<size>.html`, and its files, on 127.0.0.1: gzip level 9, nothing cached. */
export function startBenchServer(): Promise<RunningServer> {
  const answers: Answers = new Map();
  return listen(createServer((request, response) => void answer(answers, request, response)), 0);
}
