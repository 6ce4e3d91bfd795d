import { canonicalJson } from '../lib/canonical-json.js';
import { digest } from '../lib/digest.js';
import type { Receipt } from './receipt-schema.js';

/** The digest of the digests. */
const ALL = 'all';

/** The digest of the digests of all members. */
export const digestOfAll = (each: Readonly<Record<string, string>>): string => digest(canonicalJson(each));

/** A short digest for each member of a receipt, and one of all of them. They tell where a receipt was changed, not by whom. */
export function digestsOf(members: object): Record<string, string> {
  const each = Object.fromEntries(Object.entries(members).filter(([name]) => name !== 'digests').map(([name, member]) => [name, digest(canonicalJson(member))]));
  return { ...each, [ALL]: digestOfAll(each) };
}

/** What was shown, without the text: that has a hash of its own, and may lie elsewhere. */
export function withoutText({ language, version, bytes, sha256 }: Receipt['shown']): Receipt['shown'] {
  return { language, version, bytes, ...sha256 !== undefined && { sha256 } };
}

/** A receipt with its digests. */
export function seal(receipt: Omit<Receipt, 'digests'>): Receipt {
  return { ...receipt, digests: digestsOf({ ...receipt, shown: withoutText(receipt.shown) }) as Receipt['digests'] };
}
