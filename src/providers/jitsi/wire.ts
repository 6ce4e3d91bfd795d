/** The site's end of the wire to a meeting's page. */
export interface Wire {
  /** Calls back with every event of the meeting, by its wire name. */
  onEvent(listener: (name: string, data: Readonly<Record<string, unknown>>) => void): void;
  /** Sends a command once the meeting's page is there. */
  command(name: string, ...args: readonly unknown[]): void;
  /** Asks for something; may never settle. */
  request(name: string): Promise<unknown>;
  close(): void;
}

/** Which messages are the meeting's. */
export interface WireOptions {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  readonly scope: string;
}

/** No message that the gate listens to comes near this size, in UTF-16 code units. */
const LONGEST = 100_000;
const READY = '__ready__';

type Fields = Readonly<Record<string, unknown>>;

function asObject(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

function parse(text: unknown): Fields | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined; // Somebody else's message.
  }
}

/** Reads one message of the wire protocol: its method and what it carries. Undefined for whatever is not the meeting's. */
function readMessage(event: MessageEvent, { frame, origin, scope }: WireOptions): Fields | undefined {
  // The script itself checks the origin only; a sibling frame of the same origin could speak for the meeting.
  if (event.origin !== origin || event.source === null || event.source !== frame.contentWindow) return undefined;
  const message = parse(event.data);
  return message?.['postis'] === true && message['scope'] === scope ? message : undefined;
}

interface Sender {
  send(params: Fields): void;
  shakeHands(id: unknown): void;
}

/** Sends once hands are shaken, in order. Both sides say an id until the other has repeated it. */
function createSender(post: (method: string, params: unknown) => void, own: string): Sender {
  let waiting: Fields[] | undefined = [];
  return {
    send(params) {
      if (waiting) waiting.push(params);
      else post('message', params);
    },
    shakeHands(id) {
      if (id !== own) {
        post(READY, id);
        // The meeting's page speaks first: whatever is said to it before would reach nobody.
        if (waiting) post(READY, own);
        return;
      }
      for (const params of waiting ?? []) post('message', params);
      waiting = undefined;
    },
  };
}

/**
 * Opens our own end of Jitsi's wire protocol (docs/jitsi.md §1.8), so that no script of the operator is needed in the page.
 * Takes messages of that frame, origin and scope only; anything unknown is dropped.
 */
export function openWire(options: WireOptions): Wire {
  const { frame, origin, scope } = options;
  const listeners: ((name: string, data: Fields) => void)[] = [];
  const answers = new Map<number, (result: unknown) => void>();
  let asked = 0;
  const { send, shakeHands } = createSender((method, params) => {
    frame.contentWindow?.postMessage(JSON.stringify({ postis: true, scope, method, params }), origin);
  }, `site-${scope}`);
  const take = ({ type, data, id, result }: Fields): void => {
    const fields = asObject(data);
    if (type === 'event' && typeof fields?.['name'] === 'string') for (const listener of listeners) listener(fields['name'], fields);
    if (type !== 'response' || typeof id !== 'number') return;
    answers.get(id)?.(result);
    answers.delete(id);
  };
  const receive = (event: MessageEvent): void => {
    const message = readMessage(event, options);
    if (message?.['method'] === READY) shakeHands(message['params']);
    else if (message?.['method'] === 'message') take(asObject(message['params']) ?? {});
  };
  window.addEventListener('message', receive);
  return {
    onEvent: (listener) => void listeners.push(listener),
    command: (name, ...args) => send({ type: 'event', data: { data: args, name } }),
    request: (name) => new Promise((resolve) => {
      asked += 1;
      answers.set(asked, resolve);
      send({ type: 'request', id: asked, data: { name } });
    }),
    close: () => window.removeEventListener('message', receive),
  };
}
