import type { IncomingMessage, ServerResponse } from 'node:http';

/** One POST that reached the site's endpoint for receipts. */
export interface ReceivedPost {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly receipt: ReceivedReceipt;
}

/** What tests look at in a receipt. */
export interface ReceivedReceipt {
  readonly receipt_id: string;
  readonly language: string;
  readonly shown: { readonly language: string; readonly sha256?: string; readonly text?: string };
  readonly privacy_notice: { readonly url: string; readonly version: string };
  readonly events: readonly { readonly event_state: string; readonly event_time: string; readonly source: string }[];
}

/** How the endpoint behaves: a status, no answer at all, or a redirect. */
export type ReceiverAnswer = { readonly status: number } | { readonly hang: true } | { readonly redirect: string };

/** The endpoint of the site that receives receipts, at {@link RECEIPTS_PATH}. */
export interface Receiver {
  /** In the order of their arrival, also those that were not taken. */
  readonly posts: readonly ReceivedPost[];
  /** Behaves differently from now on; 204 at first. */
  respond(answer: ReceiverAnswer): void;
  /** Keeps answers back from now on; the function it returns sends them all. */
  hold(): () => void;
  /** Forgets everything, as a new endpoint. */
  reset(): void;
  /** For the site's server. */
  intercept(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

export const RECEIPTS_PATH = '/receipts';

/** What each post was a receipt of: given, refused or withdrawn. */
export const statesOf = (posts: readonly ReceivedPost[]): (string | undefined)[] => posts.map(({ receipt }) => receipt.events[0]?.event_state);

/** The identifiers by which a receiver drops doubles. */
export const idsOf = (posts: readonly ReceivedPost[]): string[] => posts.map(({ receipt }) => receipt.receipt_id);

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Creates an endpoint that takes what it is sent. */
export function createReceiver(): Receiver {
  const posts: ReceivedPost[] = [];
  let answer: ReceiverAnswer = { status: 204 };
  let isOpen = Promise.resolve();
  return {
    posts,
    respond: (given) => void (answer = given),
    hold() {
      let open = (): void => undefined;
      isOpen = new Promise((resolve) => (open = resolve));
      return open;
    },
    reset() {
      posts.length = 0;
      answer = { status: 204 };
      isOpen = Promise.resolve();
    },
    async intercept(request, response) {
      if (request.method !== 'POST' || request.url !== RECEIPTS_PATH) return false;
      const body = await readBody(request);
      posts.push({ headers: request.headers, body, receipt: JSON.parse(body) as ReceivedReceipt });
      await isOpen;
      if ('hang' in answer) return true;
      if ('redirect' in answer) response.writeHead(302, { location: answer.redirect }).end();
      else response.writeHead(answer.status).end();
      return true;
    },
  };
}
