import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildExternalApi, withLoopbackHttp } from './external-api.js';
import { listen, type RunningServer } from './listen.js';
import { meetingPage } from './meeting-page.js';

const SCRIPT_PATH = /(^|\/)external_api\.js$/;
const SRI_PATH = '/libs/external_api.min.js';
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const PAGE = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:",
};

interface Answers {
  readonly script: string;
  readonly page: string;
}

function send(response: ServerResponse, body: string, headers: Record<string, string>): void {
  response.writeHead(200, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers });
  response.end(body);
}

function answer(request: IncomingMessage, response: ServerResponse, { script, page }: Answers): void {
  // To HEAD Node itself leaves the body out.
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/favicon.ico') return void response.writeHead(204).end();
  // As on a stock server: only /libs allows cross-origin reads, so only there a script can carry `integrity`.
  if (path === SRI_PATH) return send(response, script, { ...SCRIPT, 'access-control-allow-origin': '*' });
  if (SCRIPT_PATH.test(path)) return send(response, script, SCRIPT);
  send(response, page, PAGE);
}

/**
 * Starts a local stand-in for a Jitsi server on 127.0.0.1 (port 0 or none: any free port): the genuine
 * external_api.js, addressed over http on loopback, and the meeting page for every other path. `onRequest` hears of every request.
 */
export async function startStandIn({ port = 0, onRequest }: { port?: number; onRequest?: (path: string) => void } = {}): Promise<RunningServer> {
  const [script, page] = await Promise.all([buildExternalApi().then(withLoopbackHttp), meetingPage()]);
  return listen(
    createServer((request, response) => {
      onRequest?.(request.url ?? '/');
      answer(request, response, { script, page });
    }),
    port,
  );
}
