import { now } from '../lib/clock.js';
import { warnOnce } from '../lib/warn-once.js';
import type { Outbox } from './outbox.js';
import type { Receipt } from './receipt-schema.js';

/** How long an endpoint may take to answer, in milliseconds. */
const PATIENCE = 10_000;
/** The first pause after a failure and the longest, in milliseconds. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 86_400_000;

/** Posts one receipt; true once the endpoint answered 2xx. A redirect may lead elsewhere, so it counts as a failure. */
async function post(endpoint: string, receipt: Receipt): Promise<boolean> {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(receipt),
      keepalive: true,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok;
  } catch {
    return false; // Offline, hanging, redirecting, refused: it stays in the outbox.
  }
}

async function sendAll(endpoint: string, outbox: Outbox): Promise<void> {
  const { entries, tries, notBefore } = outbox.state();
  // A pause longer than the longest comes from a wrong clock, or from somebody else.
  const pause = notBefore - now();
  if (pause > 0 && pause <= LONGEST_PAUSE) return;
  for (const { receipt } of entries.filter(({ sent }) => !sent)) {
    if (!(await post(endpoint, receipt))) {
      outbox.postpone(now() + Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
      return warnOnce('receipts', 'the receipts endpoint did not take a receipt; it stays queued and is tried again later');
    }
    outbox.markSent(receipt.receipt_id);
  }
}

/**
 * Hands every receipt that is still to be sent to the site's endpoint, one after the other and in one tab at a time, so that
 * none goes twice. Never rejects.
 */
export async function sendReceipts(endpoint: string, outbox: Outbox): Promise<void> {
  const send = (): Promise<void> => sendAll(endpoint, outbox);
  const { locks } = navigator;
  // Without locks (no secure context) a double is possible; the receiver drops it by its UUID.
  await (locks ? locks.request('jitsi-gate-receipts', send) : send());
}
