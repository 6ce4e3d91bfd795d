import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { listen, type RunningServer } from './listen.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** How a small static site is laid out. */
export interface SiteOptions {
  /** Folder served at `/`. */
  readonly root: string;
  /** URL prefix (with both slashes, e.g. `/assets/`) → folder; the longest matching prefix wins. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** 0 or none: any free port. */
  readonly port?: number;
  /** Extra response headers for a URL path such as `/csp-no-frame.html`, e.g. a Content-Security-Policy. */
  readonly headers?: (path: string) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Looks at a request first; true means that it has answered (a receipts endpoint, say). */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}

type Found = { readonly file: string } | { readonly redirect: string } | undefined;

/** The file for a path inside a folder; never outside it, also not through `..` or a symbolic link. */
async function findInside(folder: string, rest: string, path: string): Promise<Found> {
  try {
    const base = await realpath(folder);
    const target = await realpath(resolve(base, `./${rest}`));
    if (target !== base && !target.startsWith(base + sep)) return undefined;
    if (!(await stat(target)).isDirectory()) return { file: target };
    if (!path.endsWith('/')) return { redirect: `${path}/` };
    const index = await realpath(join(target, 'index.html'));
    return index.startsWith(base + sep) ? { file: index } : undefined;
  } catch {
    // Not there, or not a valid path: for a visitor both are "not found".
    return undefined;
  }
}

function find(options: SiteOptions, path: string): Promise<Found> {
  const prefixes = Object.keys(options.mounts ?? {}).sort((a, b) => b.length - a.length);
  const prefix = prefixes.find((candidate) => path.startsWith(candidate));
  const folder = prefix === undefined ? options.root : (options.mounts?.[prefix] ?? options.root);
  return findInside(folder, path.slice(prefix?.length ?? 1), path);
}

function decodePath(url: string): string {
  try {
    // A double slash at the start would make a redirect leave the site.
    return decodeURIComponent(url.split('?')[0] ?? '/').replace(/^\/+/, '/');
  } catch {
    return '/\0';
  }
}

async function answer(options: SiteOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await options.intercept?.(request, response)) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  }
  const path = decodePath(request.url ?? '/');
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  const found = await find(options, path);
  if (found === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  if ('redirect' in found) return void response.writeHead(302, { location: encodeURI(found.redirect) }).end();
  const body = await readFile(found.file);
  response.writeHead(200, {
    'content-type': TYPES[extname(found.file).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(await options.headers?.(path)),
  });
  response.end(body);
}

/** Serves a static site on 127.0.0.1: right types, no caching, nothing outside its folders. */
export function startSite(options: SiteOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      // A test server must not die of one bad request; the client sees the 500 and the log says why.
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return listen(server, options.port ?? 0);
}
