import type { Operator } from '../config/operator.js';
import { isSameSite } from '../config/same-site.js';
import { textIn } from '../config/text-in.js';
import type { Settings } from '../config/settings.js';
import type { DecisionRecord } from '../consent/record.js';
import { randomId } from '../lib/random-id.js';
import { pageUrl, parseUrl } from '../lib/url.js';
import { warnOnce } from '../lib/warn-once.js';
import { openStore } from '../storage/open-store.js';
import type { Store } from '../storage/store.js';
import { createOutbox } from './outbox.js';
import type { Receipt } from './receipt-schema.js';
import { createReceipt } from './receipt.js';
import { sendReceipts } from './sender.js';

/** What is known of a decision at the moment when it is made. */
export interface Decided {
  readonly operator: Operator;
  readonly record: DecisionRecord;
  /** The text that the visitor read, or an empty string. */
  readonly text: string;
  /** Name and version of the platform or script that decided, if it was not the visitor. */
  readonly sourceName: string | null;
}

/** Makes, keeps and delivers receipts. */
export interface Receipts {
  /** Keeps the receipt of a decision, in the same turn; delivers it afterwards. */
  add(decided: Decided): void;
  /** The kept receipts, oldest first. */
  list(): Receipt[];
  /** Tries again to deliver what is left; after a failure not before a pause is over. */
  send(): void;
  close(): void;
}

/**
 * Opens what receipts are kept in. A cookie is too small for them; they are the visitor's own copies and stay in this browser.
 * A receipt that waits may be older than what is known of its delivery; it must not be lost where storage is full.
 */
function openKept({ storage, storageKey, maxAgeDays }: Settings, what: string): Store {
  return openStore({ storage: storage === 'cookie' ? 'local' : storage, prefix: `${storageKey}-${what}.`, maxAgeDays, leavesOlder: true });
}

/** A text as its lines, without the space between and around them. */
function linesOf(text: string): string {
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
}

/** The address of the privacy notice, absolute where that says nothing about the page that the visitor was on. */
function noticeAddress(privacyUrl: string): string {
  return /^[/\\]/.test(privacyUrl) ? parseUrl(privacyUrl, pageUrl())?.href ?? privacyUrl : privacyUrl;
}

/**
 * Where receipts are sent, if the site has an endpoint of its own. They stay queued where it is anybody else's. The whole
 * address: a `<base>` that comes later must not lead them elsewhere.
 */
function ownEndpoint({ receipts }: Settings): string | undefined {
  if (receipts === undefined) return undefined;
  if (isSameSite(receipts)) return parseUrl(receipts, pageUrl())?.href;
  warnOnce('receipts', 'the receipts endpoint is no address of this site, so nothing is sent there; the receipts stay queued');
  return undefined;
}

/** Opens the receipts of a site. Where no consent is claimed there are none (docs/law.md R60). */
export function openReceipts(settings: Settings): Receipts {
  const outbox = createOutbox(openKept(settings, 'receipt'), openKept(settings, 'receipt-text'));
  const endpoint = ownEndpoint(settings);
  const send = (isUrgent = false): void => {
    if (endpoint !== undefined) void sendReceipts({ endpoint, outbox, isUrgent });
  };
  // What failed for want of a network need not wait.
  const sendUrgently = (): void => send(true);
  window.addEventListener('online', sendUrgently);
  send();
  return {
    add({ operator, record, text, sourceName }) {
      const noticeUrl = noticeAddress(textIn(settings.privacyUrl, record.lang));
      outbox.add(createReceipt({ id: randomId(), record, operator, settings, noticeUrl, text: linesOf(text), sourceName }));
      send();
    },
    list: () => outbox.entries().map(({ receipt }) => receipt),
    send,
    close: () => window.removeEventListener('online', sendUrgently),
  };
}
