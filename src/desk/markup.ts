import { escapeHtml } from '../lib/escape-html.js';

/** What is asked of an owner who begins: the flags of `init` are the script tag's attributes. */
export const START_FLAGS = ['domain', 'operator', 'country', 'privacy-url', 'site'] as const;
export type StartFlag = (typeof START_FLAGS)[number];

/** The configuration file that an owner begins with. */
export function startConfig(flags: Readonly<Partial<Record<StartFlag, string>>>): Record<string, unknown> {
  const { domain = '', operator: name, country, 'privacy-url': privacyUrl, site } = flags;
  return {
    ...site !== undefined && { site },
    privacyUrl,
    operators: { [domain]: { domain, ...name !== undefined && { name }, ...country !== undefined && { country } } },
  };
}

/** The markup to paste: the script tag with its file, and a first placeholder. */
export function startMarkup(configPath: string): string {
  return `<script defer src="/assets/jitsi-gate.js" data-config="${escapeHtml(configPath)}"></script>

<div data-jitsi-room="your-room"><a href="/contact">Other ways to reach us</a></div>
`;
}

/** A placeholder: the room, its name, and another way to take part as its content. */
export interface PlaceholderWords {
  readonly room: string;
  readonly label?: string | undefined;
  readonly alternative?: { readonly label: string; readonly url: string } | undefined;
}

/** JSON that nothing in a page takes for the end of its element. */
const scriptSafe = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('<', String.raw`\u003c`);

/** The markup of a whole page: the configuration in it, the script, and a placeholder. It needs no other file but the gate's own. */
export function pageMarkup(config: unknown, src: string, { room, label, alternative }: PlaceholderWords): string {
  const name = label ? ` data-jitsi-label="${escapeHtml(label)}"` : '';
  const content = alternative ? `<a href="${escapeHtml(alternative.url)}">${escapeHtml(alternative.label)}</a>` : '';
  return `<script type="application/json" id="jitsi-gate-config">
${scriptSafe(config)}
</script>
<script defer src="${escapeHtml(src)}"></script>

<div data-jitsi-room="${escapeHtml(room)}"${name}>${content}</div>
`;
}
