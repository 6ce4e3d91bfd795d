import type { GateIssue } from '../lib/errors.js';

const OPTIONS = 'privacyUrl site basis audience maxAgeDays storage remember start mode noticeVersion lang receipts timeout cmp recordingPolicy'.split(' ');
const NUMBERS = /^(maxAgeDays|timeout)$/;

type Raw = Record<string, unknown>;
type Attributes = Readonly<Record<string, string | undefined>>;

/** The script tag's attribute that stands for an option: `privacyUrl` → `data-privacy-url`. */
function attributeOf(option: string): string {
  return `data-${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A number where one is wanted and written; anything else stays as it is, for the check to quote. */
function readOption(option: string, value: string): unknown {
  return NUMBERS.test(option) && /^\d+$/.test(value.trim()) ? Number(value) : value;
}

/** The operator of the short form, if the tag names any part of one. */
function readShortForm({ domain, operator: name, country, appId }: Attributes): Raw | undefined {
  const said = Object.entries({ domain, name, country, appId }).filter(([, value]) => value !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/**
 * Lays the script tag's `data-*` attributes over the JSON block (SPEC 2.1: attributes win).
 * The short form, `data-domain` with `data-operator` and `data-country`, declares one operator named by its domain.
 * Attributes that are not ours belong to other tools and are left alone.
 */
export function mergeScriptAttributes(block: unknown, data: Attributes): unknown {
  if (block === null || typeof block !== 'object' || Array.isArray(block)) return block;
  const raw: Raw = { ...block };
  for (const option of OPTIONS) {
    const value = data[option];
    if (value !== undefined) raw[option] = readOption(option, value);
  }
  const { domain } = data;
  const short = readShortForm(data) ?? (raw['operators'] === undefined ? {} : undefined);
  if (short) raw['operators'] = { ...Object(raw['operators']), [domain ?? '']: short };
  if (domain) raw['defaultOperator'] ??= domain;
  return raw;
}

/** Says issues in the words of the script tag where that is where the owner wrote them. */
export function inScriptWords(issues: readonly GateIssue[], data: Attributes): GateIssue[] {
  const short = `operators.${data['domain'] ?? ''}.`;
  return issues.map((issue) => {
    const { path } = issue;
    const field = path.slice(short.length);
    // Another operator's key may begin with this one's.
    if (path.startsWith(short) && /^(domain|name|country|appId)$/.test(field)) {
      return { ...issue, path: attributeOf(field === 'name' ? 'operator' : field) };
    }
    if (path === 'configuration') return { ...issue, path: '#jitsi-gate-config' };
    return data[path] !== undefined || path === 'privacyUrl' ? { ...issue, path: attributeOf(path) } : issue;
  });
}
