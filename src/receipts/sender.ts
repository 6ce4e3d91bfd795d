import { now } from '../lib/clock.js';
import { warnOnce } from '../lib/warn-once.js';
import type { Entry, Outbox } from './outbox.js';
import type { Receipt } from './receipt-schema.js';

/** How long an endpoint may take to answer, in milliseconds. */
const PATIENCE = 10_000;
/** The first pause after a failure and the longest, in milliseconds. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 86_400_000;
/**
 * How long a delivered receipt stays locked, in milliseconds. Chromium hands a lock on before what was written under it is
 * seen by another process: measured up to 300 ms.
 */
const SETTLING = 3000;

/** Whom to send to, and whether what failed lately is tried all the same. */
export interface Delivering {
  readonly endpoint: string;
  readonly outbox: Outbox;
  readonly isUrgent?: boolean;
}

/** Why an endpoint did not take a receipt, in words for the owner; empty where it did. */
type Refusal = string;

/** What is most likely where a site's own server refuses a POST: it protects itself against forged ones, or wants a sign-in. */
const EXEMPT = 'let it take a POST of JSON without cookie, sign-in or CSRF token';

/** What an answer means. One that redirects is not followed, because it may lead elsewhere; most often it leads to a sign-in. */
function refusalOf({ ok, type, status }: Response): Refusal {
  if (ok) return '';
  if (type === 'opaqueredirect') return `redirects; ${EXEMPT}`;
  return `answered ${status}${status >= 400 && status < 429 ? `; ${EXEMPT}` : ''}`;
}

/** Posts one receipt; says why it was not taken, unless the endpoint answered 2xx. */
async function post(endpoint: string, receipt: Receipt): Promise<Refusal> {
  try {
    return refusalOf(await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(receipt),
      keepalive: true,
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    }));
  } catch {
    // It stays in the outbox. Browsers tell a page no more than that nothing came.
    return "gave no answer: no network, connect-src of the page's policy, or Access-Control-Allow-Origin, if it is another host";
  }
}

/** Whether a pause that began with a failure still lasts. One from the future comes from a wrong clock, or from somebody else. */
function isPaused(failedAt: number, pause: number): boolean {
  const passed = now() - failedAt;
  return passed >= 0 && passed < pause;
}

/** The receipts to be sent now: none while the endpoint has just failed, and each that failed after a pause of its own. */
function due(entries: readonly Entry[], isUrgent: boolean): Entry[] {
  const waiting = entries.filter(({ sent }) => !sent);
  if (isUrgent) return waiting;
  if (waiting.some(({ failedAt }) => isPaused(failedAt, FIRST_PAUSE))) return [];
  return waiting.filter(({ tries, failedAt }) => !isPaused(failedAt, Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)));
}

/** Delivers one receipt, notes how it went, and says why it was not taken. */
async function deliver({ endpoint, outbox }: Delivering, entry: Entry): Promise<Refusal> {
  const { tries, failedAt } = entry;
  const refusal = await post(endpoint, entry.receipt);
  const sent = refusal === '';
  outbox.update(entry, sent ? { sent, tries, failedAt } : { sent, tries: tries + 1, failedAt: now() });
  return refusal;
}

/** Delivers under a lock of the receipt's own. Where another tab holds it, that tab has delivered it a moment ago. */
function deliverLocked(locks: LockManager, delivering: Delivering, entry: Entry): Promise<Refusal> {
  return new Promise((resolve) => {
    void locks.request(`jitsi-gate-receipt-${entry.receipt.receipt_id}`, { ifAvailable: true }, async (lock) => {
      const refusal = lock === null ? '' : await deliver(delivering, entry);
      resolve(refusal);
      if (lock && refusal === '') await new Promise((settled) => setTimeout(settled, SETTLING));
    });
  });
}

/**
 * Hands every receipt that is due to the site's endpoint, one after the other and in one tab at a time, so that none goes
 * twice after the endpoint answered 2xx. Never rejects.
 */
export async function sendReceipts(delivering: Delivering): Promise<void> {
  // Undefined without a secure context: a double is possible then, and the receiver drops it by its UUID.
  const locks = navigator.locks as LockManager | undefined;
  const { outbox, isUrgent = false } = delivering;
  const send = async (own?: LockManager): Promise<void> => {
    for (const entry of due(outbox.entries(), isUrgent)) {
      const refusal = await (own ? deliverLocked(own, delivering, entry) : deliver(delivering, entry));
      if (refusal) return warnOnce('receipts', `the receipts endpoint ${refusal}; the receipt stays queued and is tried again later`);
    }
  };
  // A sandboxed frame is refused locks; its receipts are kept in memory, so no other tab has them.
  await (locks ? locks.request('jitsi-gate-receipts', () => send(locks)).catch(() => send()) : send());
}
