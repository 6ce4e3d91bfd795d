import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** What a server answered. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** At most `MOST_BYTES` of it. */
  readonly body: string;
  /** Whether there was more. */
  readonly isCut: boolean;
}

/** Why there is no answer, in words. */
export interface NoAnswer {
  readonly problem: string;
}

/** How a server is asked. */
export interface Asking {
  /** Ends everything that is still asked. */
  readonly signal: AbortSignal;
  /** Whether a certificate that nobody vouches for is taken; on this computer alone. */
  readonly isInsecure: boolean;
}

export type Ask = (url: URL) => Promise<Answer | NoAnswer>;

/** Bytes that are read of an answer; what is longer is cut. */
export const MOST_BYTES = 1_000_000;

/** A redirect leads at most as often to another page of the same host. */
const MOST_REDIRECTS = 3;

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'it ended the connection',
  EHOSTUNREACH: 'it cannot be reached',
  ETIMEDOUT: 'it does not answer',
  ABORT_ERR: 'it does not answer in time',
};

/** Why a request failed, in words. */
function problemOf(error: unknown): string {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (PROBLEMS[code]) return PROBLEMS[code];
  return /CERT|SIGNATURE|SELF_SIGNED|ALTNAME|SSL|TLS/.test(code) ? `its certificate cannot be trusted (${code})` : `it cannot be asked (${code || message.slice(0, 80)})`;
}

/** This computer itself. */
export const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

function askOnce(url: URL, { signal, isInsecure }: Asking): Promise<Answer | NoAnswer> {
  return new Promise((resolve) => {
    const request = url.protocol === 'http:' ? requestHttp : requestHttps;
    const headers = { 'accept': '*/*', 'accept-encoding': 'identity', 'user-agent': 'jitsi-gate audit' };
    const asked = request(url, { method: 'GET', headers, signal, rejectUnauthorized: !(isInsecure && isLoopback(url)) }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const end = (isCut: boolean): void => resolve({ url, status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8'), isCut });
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= MOST_BYTES) return;
        end(true);
        response.destroy();
      });
      response.on('end', () => end(false));
      response.on('error', (error) => resolve({ problem: problemOf(error) }));
    });
    asked.on('error', (error) => resolve({ problem: problemOf(error) }));
    asked.end();
  });
}

/** Where an answer sends to; undefined where it sends nowhere. */
function targetOf({ status, headers: { location }, url }: Answer): URL | undefined {
  if (status < 300 || status > 399 || location === undefined) return undefined;
  return URL.canParse(location, url) ? new URL(location, url) : undefined;
}

/** Asks for an address, and follows redirects within its host. Another host is told, and never asked. Never rejects. */
export async function ask(url: URL, asking: Asking): Promise<Answer | NoAnswer> {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await askOnce(at, asking);
    const target = 'problem' in answer ? undefined : targetOf(answer);
    if (!target) return answer;
    if (target.host !== url.host || target.protocol !== at.protocol) return { problem: `it sends to ${target.protocol}//${target.host}, which was not asked` };
    at = target;
  }
  return { problem: 'it sends from one page to the next without end' };
}
