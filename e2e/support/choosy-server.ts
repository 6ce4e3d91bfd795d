import { createServer, type ServerResponse } from 'node:http';
import { buildExternalApi, withLoopbackHttp } from './external-api.js';
import { listen, type RunningServer } from './listen.js';
import { meetingPage } from './meeting-page.js';

/** A meeting server on this computer, as one with `valid_referers` is, and what it was told of the page. */
export interface ChoosyServer extends RunningServer {
  /** Host and port, as a configuration names it. */
  readonly domain: string;
  /** Each request for the script or a meeting, with its `Referer`. */
  readonly told: (readonly [what: 'script' | 'meeting', referer: string | undefined])[];
}

/** How it refuses. */
export interface Choosy {
  /** Whether who sends no `Referer` gets a 403. */
  readonly wantsReferer?: boolean;
  /** Whether its script is the genuine one, which opens https alone; otherwise it opens http on this computer. */
  readonly isGenuine?: boolean;
  readonly host?: '127.0.0.1' | '::1';
  /** Headers of its answers, also of a 403. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts a server that has the script and a meeting page. */
export async function startChoosy({ wantsReferer = false, isGenuine = false, host, headers = {} }: Choosy = {}): Promise<ChoosyServer> {
  const [genuine, meeting] = await Promise.all([buildExternalApi(), meetingPage()]);
  const script = isGenuine ? genuine : withLoopbackHttp(genuine);
  const told: ChoosyServer['told'] = [];
  const send = (response: ServerResponse, what: 'script' | 'meeting'): void => void response
    .writeHead(200, { ...headers, 'content-type': what === 'script' ? 'text/javascript' : 'text/html; charset=utf-8' })
    .end(what === 'script' ? script : meeting);
  const running = await listen(createServer(({ url = '', headers: { referer } }, response) => {
    if (url === '/favicon.ico') return void response.writeHead(204).end();
    const what = /external_api(\.min)?\.js/.test(url) ? 'script' : 'meeting';
    told.push([what, referer]);
    if (wantsReferer && !referer) return void response.writeHead(403, headers).end();
    send(response, what);
  }), 0, host);
  return { ...running, told, domain: new URL(running.origin).host };
}
