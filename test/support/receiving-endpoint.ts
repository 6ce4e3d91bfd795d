import { vi } from 'vitest';

/** What an endpoint does with a request: answers with a status, or fails in one of the ways networks fail. */
export type Behaviour = number | 'offline' | 'hangs' | 'redirects';

/** A request as it arrived. */
export interface Arrived {
  readonly id: string;
  readonly url: string;
  readonly init: RequestInit;
}

/** The network of a page in Node, with one endpoint. */
export interface Endpoint {
  /** What reached the endpoint, oldest first. */
  readonly arrived: Arrived[];
  /** Ids that it answered with 2xx. */
  readonly taken: string[];
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: () => number;
  behave(behaviour: Behaviour | (() => Behaviour)): void;
}

/** A signal that aborts after a time, on the fake clock: the real one cannot be faked. */
function timeout(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('timed out', 'TimeoutError')), milliseconds);
  return controller.signal;
}

/** Answers as fetch() does: a redirect follows or fails as the request says, and only an abort ends a request that hangs. */
async function answer(behaviour: Behaviour, { signal, redirect }: RequestInit): Promise<Response> {
  await Promise.resolve();
  signal?.throwIfAborted();
  if (behaviour === 'offline') throw new TypeError('Failed to fetch');
  if (behaviour === 'redirects') {
    if (redirect === 'error') throw new TypeError('Failed to fetch');
    if (redirect !== 'manual') return new Response(null, { status: 200 });
    // What a page sees of a redirect that is not followed; no constructor makes one.
    return { ok: false, status: 0, type: 'opaqueredirect' } as Response;
  }
  if (behaviour === 'hangs') {
    await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  }
  return new Response(null, { status: Number(behaviour) });
}

/** Puts an endpoint behind fetch(), which takes everything at first. Undone by `vi.unstubAllGlobals()` and `vi.restoreAllMocks()`. */
export function stubEndpoint(): Endpoint {
  let next: () => Behaviour = () => 204;
  let underWay = 0;
  let most = 0;
  const arrived: Arrived[] = [];
  const taken: string[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(timeout);
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const { receipt_id: id } = JSON.parse(String(init.body)) as { receipt_id: string };
    arrived.push({ id, url, init });
    underWay += 1;
    most = Math.max(most, underWay);
    try {
      const response = await answer(next(), init);
      if (response.ok) taken.push(id);
      return response;
    } finally {
      underWay -= 1;
    }
  });
  return {
    arrived,
    taken,
    mostAtOnce: () => most,
    behave(behaviour) {
      next = typeof behaviour === 'function' ? behaviour : () => behaviour;
    },
  };
}

type Hold = (lock: object | null) => Promise<unknown>;

/** Gives the page locks as browsers have them: one holder of a name at a time, first come first served, or only if it is free. */
export function stubLocks(): void {
  const queues = new Map<string, Promise<unknown>>();
  const request = (name: string, ...rest: [Hold] | [{ ifAvailable: boolean }, Hold]): Promise<unknown> => {
    const hold = rest.at(-1) as Hold;
    const queue = queues.get(name);
    if (queue && rest.length === 2) return hold(null);
    const held = (queue ?? Promise.resolve()).then(() => hold({}));
    const settled: Promise<unknown> = held.catch(() => undefined).then(() => {
      if (queues.get(name) === settled) queues.delete(name);
    });
    queues.set(name, settled);
    return held;
  };
  vi.stubGlobal('navigator', { locks: { request } });
}
