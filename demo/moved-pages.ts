import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** Answers a request, or says false and leaves it to the next one in line. */
export type Intercept = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the pages directly in `folder` with one host name replaced by another, for a meeting server on another port
 * than the one written in them. Everything else is left to the site server.
 */
export function movedPages(folder: string, from: string, to: string): Intercept {
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = path === '/' ? '/index.html' : path;
    // Plain names only, so nothing outside the folder can be asked for.
    if (request.method !== 'GET' || !/^\/[\w-]+\.html$/.test(file)) return false;
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text === undefined) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(text.replaceAll(from, to));
    return true;
  };
}
