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
  return `<script defer src="/assets/jitsi-gate.js" data-config="${configPath.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></script>

<div data-jitsi-room="your-room"><a href="/contact">Other ways to reach us</a></div>
`;
}
