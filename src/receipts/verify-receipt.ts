import { TERM_PARTS } from '../consent/terms.js';
import { type Fault, faultsOf } from '../lib/check-form.js';
import { digest } from '../lib/digest.js';
import { type GateIssue, describeValue } from '../lib/errors.js';
import { sha256 } from '../lib/sha256.js';
import { receiptForm } from './receipt-form.js';
import { RECEIPT_RULES } from './receipt-rules.js';
import type { Receipt } from './receipt-schema.js';
import { digestOfAll, digestsOf, withoutText } from './seal.js';

/** Whether a receipt is whole, and if not, where it is not. */
export type ReceiptVerdict = { readonly ok: true } | { readonly ok: false; readonly issues: readonly GateIssue[] };

const issue = (path: string, expected: string, found: unknown): GateIssue => ({ path, expected, found: describeValue(found) });

function shapeIssue({ path, rule }: Fault): GateIssue {
  return { path: path.map(String).join('.') || 'receipt', expected: `what receipt.schema.json says (${rule})`, found: 'something else' };
}

/** The text that was shown against its hash and its length. */
function textIssues({ shown: { text, bytes, sha256: hash } }: Receipt): GateIssue[] {
  if (text === undefined) return [];
  const [length, made] = [new TextEncoder().encode(text).length, sha256(text)];
  return [
    ...made === hash ? [] : [issue('shown.text', `the text whose SHA-256 is ${String(hash)}`, made)],
    ...length === bytes ? [] : [issue('shown.text', `a text of ${bytes} bytes`, length)],
  ];
}

/** Each part of the terms against its digest. */
function termIssues({ terms: { digest: all, facts } }: Receipt): GateIssue[] {
  const digests = all.split('.');
  if (digests.length !== TERM_PARTS.length) return [issue('terms.digest', `${TERM_PARTS.length} digests`, all)];
  return TERM_PARTS.flatMap((part, index) => (digest(facts[part]) === digests[index] ? [] : [issue(`terms.facts.${part}`, `facts whose digest is ${String(digests[index])}`, digest(facts[part]))]));
}

/** What the terms and the parties say of the same: who runs the server, and where. */
function partyIssues({ terms: { facts }, party_identification: parties }: Receipt): GateIssue[] {
  let operator: { readonly name?: unknown; readonly country?: unknown };
  try {
    operator = Object(JSON.parse(facts.operator)) as typeof operator;
  } catch {
    return [issue('terms.facts.operator', 'JSON', facts.operator)];
  }
  const named = parties.some(({ party_name: name, party_country: country }) => name === operator.name && country === operator.country);
  return named ? [] : [issue('party_identification', 'the operator of the terms', operator.name)];
}

/** Each member against its digest. Where the digests themselves were changed, they are named. */
function memberIssues(receipt: Receipt): GateIssue[] {
  const made = digestsOf({ ...receipt, shown: withoutText(receipt.shown) });
  const { all, ...digests } = receipt.digests;
  const each: Readonly<Record<string, string>> = digests;
  const wrong = [...new Set([...Object.keys(made), ...Object.keys(each)])].filter((name) => name !== 'all' && made[name] !== each[name]);
  const areWhole = all === digestOfAll(each);
  if (!areWhole && wrong.length === 0) return [issue('digests.all', `the digest ${String(made['all'])}`, all)];
  return wrong.map((name) => (areWhole ? issue(name, `what has the digest ${String(each[name])}`, made[name]) : issue(`digests.${name}`, `the digest ${String(made[name])}`, each[name])));
}

/**
 * Says whether text, hash, terms, parties and members of a receipt fit together; where they do not, names the places. Takes anything and
 * never throws. It finds what was changed by accident or by somebody who did not make all of it anew: whoever can write a receipt can
 * write one that fits. Only a copy that is kept elsewhere proves more.
 */
export function verifyReceipt(value: unknown): ReceiptVerdict {
  try {
    const receipt = JSON.parse(JSON.stringify(value)) as Receipt;
    const shape = faultsOf(receiptForm, receipt, RECEIPT_RULES).map(shapeIssue);
    const issues = shape.length > 0 ? shape : [...textIssues(receipt), ...termIssues(receipt), ...memberIssues(receipt), ...partyIssues(receipt)];
    return issues.length === 0 ? { ok: true } : { ok: false, issues };
  } catch {
    return { ok: false, issues: [issue('receipt', 'JSON that can be read', typeof value)] };
  }
}
