/** The operators of the page that the corpus is put into; `practice` is the default. */
export const DECLARED = {
  practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' },
  club: { domain: 'other.example.org', name: 'Other Club', country: 'FR' },
  jaas: { domain: '8x8.vc', appId: 'vpaas-magic-cookie-1', name: 'Video AG', country: 'US' },
} as const;

export type DeclaredKey = keyof typeof DECLARED;

/** What must follow from a placeholder: no way to load, or a gate of a declared operator for one room. */
export type Outcome =
  | { readonly state: 'invalid' }
  | { readonly state: 'asking'; readonly operator: DeclaredKey; readonly room: string };

/** A placeholder that whoever edits a page may have written. */
export interface HostilePlaceholder {
  readonly title: string;
  readonly tag: 'div' | 'iframe' | 'jitsi-gate';
  readonly attributes: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
}

export const INVALID: Outcome = { state: 'invalid' };

/** A gate of a declared operator. */
export function asking(room = 'room', operator: DeclaredKey = 'practice'): Outcome {
  return { state: 'asking', operator, room };
}

/** A text as a title: short, and with names instead of what nobody sees. */
export function shown(text: string): string {
  const readable = text.replace(/[^\x21-\x7e]/gu, (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} `);
  return readable.length > 70 ? `${readable.slice(0, 60)}… (${text.length})` : readable;
}

/** Placeholders that differ in one attribute of a `<div>`; the room is `room` where it is not that. */
export function inDiv(name: string, outcome: Outcome | ((value: string) => Outcome), values: readonly string[]): HostilePlaceholder[] {
  return values.map((value) => ({
    title: `div ${name}=${shown(value)}`,
    tag: 'div',
    attributes: { 'data-jitsi-room': 'room', [name]: value },
    outcome: typeof outcome === 'function' ? outcome(value) : outcome,
  }));
}

/** Iframes with an address. */
export function inFrame(outcome: Outcome, addresses: readonly string[], more: Readonly<Record<string, string>> = {}): HostilePlaceholder[] {
  return addresses.map((address) => ({
    title: `iframe data-jitsi-src=${shown(address)} ${Object.keys(more).join(' ')}`.trim(),
    tag: 'iframe',
    attributes: { 'data-jitsi-src': address, ...more },
    outcome,
  }));
}

/** Elements of our own with attributes. */
export function inElement(outcome: Outcome, attributes: readonly Readonly<Record<string, string>>[]): HostilePlaceholder[] {
  return attributes.map((values) => ({
    title: `jitsi-gate ${Object.entries(values).map(([name, value]) => `${name}=${shown(value)}`).join(' ')}`,
    tag: 'jitsi-gate',
    attributes: { room: 'room', ...values },
    outcome,
  }));
}

// In two parts, because lint forbids such addresses, as it should.
export const SCRIPT = ['javascript', ':'].join('');
export const MEGABYTE = 'x'.repeat(1_000_000);

/** Addresses that lead elsewhere, or run something. */
export const ADDRESSES: readonly string[] = [
  'https://evil.example/', '//evil.example/', 'http://evil.example/', `${SCRIPT}alert(1)`, ` ${SCRIPT}alert(1)`, `JaVaScRiPt${SCRIPT.at(-1) ?? ''}alert(1)`,
  'java\nscript:alert(1)', 'vbscript:msgbox(1)', 'data:text/html,<script>pwned=1</script>', 'data:image/svg+xml,<svg onload="pwned=1"/>',
  'blob:https://evil.example/6c2e', 'filesystem:https://evil.example/temporary/x', 'file:///etc/passwd', 'ftp://evil.example/x', 'wss://evil.example/',
  'https://user:secret@evil.example/', 'https://meet.example.eu@evil.example/', 'https:\\\\evil.example\\', '\\\\evil.example\\x', 'view-source:https://evil.example/',
];
