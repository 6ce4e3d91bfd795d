import { escapeHtml } from '../lib/escape-html.js';

/** The headers of a page, as they are sent. */
export interface Headers {
  readonly contentSecurityPolicy: string;
  readonly permissionsPolicy: string;
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
/** nginx reads `$` as a variable in any quotes, and has no escape for it; no address of a host has one. */
const nginxQuoted = (text: string): string => (text.includes('"') ? `'${text.replaceAll("'", String.raw`\'`)}'` : `"${text}"`);

const NONCE = "'nonce-…'";
const nonceNote = ({ contentSecurityPolicy }: Headers, start: string): string => (
  contentSecurityPolicy.includes(NONCE) ? `${start} Put the nonce of each answer in the place of "…", here and on the script tag: nonce="…".\n` : '');

/** How headers are written for a server: each header on one line, because some take only the first line of a value. */
export const HEADER_FORMATS = {
  plain: ({ contentSecurityPolicy, permissionsPolicy }) => `Content-Security-Policy: ${contentSecurityPolicy}\nPermissions-Policy: ${permissionsPolicy}\n`,
  nginx: (headers) => `${nonceNote(headers, '#')}add_header Content-Security-Policy ${nginxQuoted(headers.contentSecurityPolicy)} always;\nadd_header Permissions-Policy ${nginxQuoted(headers.permissionsPolicy)} always;\n`,
  apache: (headers) => `${nonceNote(headers, '#')}Header always set Content-Security-Policy ${quoted(headers.contentSecurityPolicy)}\nHeader always set Permissions-Policy ${quoted(headers.permissionsPolicy)}\n`,
  caddy: (headers) => `${nonceNote(headers, '#')}header Content-Security-Policy ${quoted(headers.contentSecurityPolicy)}\nheader Permissions-Policy ${quoted(headers.permissionsPolicy)}\n`,
  // Cloudflare Pages reads the same file.
  netlify: (headers) => `${nonceNote(headers, '#')}/*\n  Content-Security-Policy: ${headers.contentSecurityPolicy}\n  Permissions-Policy: ${headers.permissionsPolicy}\n`,
  meta: (headers) => `${headers.contentSecurityPolicy.includes(NONCE) ? '<!-- Put the nonce in the place of "…", here and on the script tag. -->\n' : ''}<meta http-equiv="Content-Security-Policy" content="${escapeHtml(headers.contentSecurityPolicy)}">\n<!-- Permissions-Policy is a header only; without one nothing is forbidden. -->\n`,
} satisfies Readonly<Record<string, (headers: Headers) => string>>;

export type HeaderFormat = keyof typeof HEADER_FORMATS;
