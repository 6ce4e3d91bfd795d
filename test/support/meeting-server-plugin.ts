import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { buildExternalApi, withLoopbackHttp } from '../../e2e/support/external-api.js';
import { meetingPage } from '../../e2e/support/meeting-page.js';

const SCRIPT = /^\/(libs\/)?external_api(\.min)?\.js$/;
/** Name of a file of ours that cannot be had, as a test asks by `failFile`: addresses of modules are not ours to mark. */
const FAILING = /(?:^|; )fail-file=([\w-]+)/;
const ROOM = /^\/(room-[^/]+|\d+)$/;

type Answer = (response: ServerResponse, release: string) => Promise<void> | void;

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': `text/${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
}

const sendScript: Answer = async (response) => send(response, 'javascript', withLoopbackHttp(await buildExternalApi()));

const sendPage: Answer = async (response) => send(response, 'html', await meetingPage());

/** Ways the script can misbehave, by how the operator's `release` begins: it stands in the script's address only. */
function createAnswers(): Readonly<Record<string, Answer>> {
  const refused = new Set<string>();
  return {
    missing: refuse,
    empty: (response) => send(response, 'javascript', 'void 0;'),
    // Ends at last, because a browser keeps only six connections to a host.
    hangs: (response) => void setTimeout(() => response.destroy(), 10_000).unref(),
    slow: (response, release) => void setTimeout(() => void sendScript(response, release), 2000),
    // Not there the first time, there the second; each name once.
    recovers: (response, release) => {
      if (refused.has(release)) return sendScript(response, release);
      refused.add(release);
      return refuse(response);
    },
  };
}

/**
 * Lets the server of the browser tests play a Jitsi server as well: the genuine external_api.js, addressed over http on
 * loopback, and the meeting page at `/room-…` or a number. `127.0.0.1` and `localhost` are two operators of it.
 */
export function meetingServer(): Plugin {
  const answers = createAnswers();
  return {
    name: 'jitsi-gate:meeting-server',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
        const release = searchParams.get('release') ?? '';
        const answer = answers[release.split('-')[0] ?? ''] ?? sendScript;
        const failing = FAILING.exec(request.headers.cookie ?? '')?.[1];
        if (failing && pathname.endsWith(`/${failing}.ts`)) refuse(response);
        else if (SCRIPT.test(pathname)) void answer(response, release);
        else if (ROOM.test(pathname)) void sendPage(response, release);
        else next();
      });
    },
  };
}
