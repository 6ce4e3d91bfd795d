import type { BrowserContext } from 'playwright/test';

/** An operator as the owner writes it; only what tests change. */
export type MadeOperator = Readonly<Record<string, unknown>>;

export const PRACTICE: MadeOperator = {
  domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', recording: 'possible', transcription: 'never', livestream: 'never',
};
export const CLUB: MadeOperator = { domain: 'other.example.org', name: 'Other Club', country: 'FR' };

/** A page made for one test. */
export interface MadePage {
  /** Where it stands on the site; default `/made.html`. */
  readonly path?: string;
  /** Added to, or put in place of, the usual configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What is in the page; default: one placeholder. */
  readonly body?: string;
  /** Further lines of the head, before the gate's script. */
  readonly head?: string;
  /** Further headers of its answer, like a policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The gate's script, by the attributes of its tag; default: the one with chunks. */
  readonly script?: string;
  /** Leaves away what the page itself has inline, and what policies refuse of that. */
  readonly isBare?: boolean;
}

export const PLACEHOLDER = '<div id="box" data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-label="Consulting hour"><a href="#contact">Call us</a></div>';
export const MADE = '/made.html';

const INLINE = '<link rel="icon" href="data:,"><style>:root { color-scheme: light dark; } body { margin: 0; padding: 1rem; background: Canvas; }</style>';

/** Serves a page from now on; a page that was made before for the same path is replaced, as an owner would edit it. */
export async function makePage(context: BrowserContext, { path = MADE, config = {}, body = PLACEHOLDER, head = '', headers = {}, script = 'src="/assets/jitsi-gate.js"', isBare = false }: MadePage = {}): Promise<string> {
  const settings = { site: 'Example practice', privacyUrl: '/privacy#meetings', operators: { practice: PRACTICE }, ...config };
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page made for a test</title>
${isBare ? '' : INLINE}${head}
<script type="application/json" id="jitsi-gate-config">${JSON.stringify(settings)}</script>
<script defer ${script}></script></head>
<body><main><h1>A page made for a test</h1>${body}</main></body>
</html>`;
  await context.route((url) => url.pathname === path && url.hostname === '127.0.0.1', (route) => route.fulfill({ headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: html }));
  return path;
}
