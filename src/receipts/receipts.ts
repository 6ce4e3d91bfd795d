import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import type { DecisionRecord } from '../consent/record.js';
import { randomId } from '../lib/random-id.js';
import { sha256 } from '../lib/sha256.js';
import { pageUrl, parseUrl } from '../lib/url.js';
import { openStore } from '../storage/open-store.js';
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
  /** Tries again to deliver what is left. */
  send(): void;
  close(): void;
}

/** Opens the receipts of a site. Where no consent is claimed there are none (law R60). */
export function openReceipts(settings: Settings): Receipts {
  // A cookie is too small for receipts; they are the visitor's own copies and stay in this browser.
  const storage = settings.storage === 'cookie' ? 'local' : settings.storage;
  const outbox = createOutbox(openStore({ ...settings, storage, storageKey: `${settings.storageKey}-receipts`, keepsOlder: true }));
  const send = (): void => {
    if (settings.receipts !== undefined) void sendReceipts(settings.receipts, outbox);
  };
  window.addEventListener('online', send);
  send();
  return {
    add({ operator, record, text, sourceName }) {
      const noticeUrl = parseUrl(settings.privacyUrl, pageUrl())?.href ?? settings.privacyUrl;
      const shown = text.replace(/\s+/g, ' ').trim();
      const sha = shown === '' ? null : sha256(shown);
      outbox.add(createReceipt({ id: randomId(), record, operator, settings, noticeUrl, sha256: sha, sourceName }));
      send();
    },
    list: () => outbox.state().entries.map(({ receipt }) => receipt),
    send,
    close: () => window.removeEventListener('online', send),
  };
}
