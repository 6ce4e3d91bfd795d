import type { GateIssue } from '../lib/errors.js';
import { isLoopback, parseUrl } from '../lib/url.js';
import { warnOnce } from '../lib/warn-once.js';
import type { EmbedInput } from './embed.js';
import type { Operator } from './operator.js';
import type { Settings } from './settings.js';

// What markup may ask of the meeting. Nothing here weakens privacy: whoever edits a page is not the owner (docs/law.md R73).
const OVERRIDES = /^config\.(subject|startWithAudioMuted|startWithVideoMuted|startSilent|requireDisplayName|hideDisplayName|disableChat|disablePolls|disableReactions|toolbarButtons|disableTileView)$/;

/** Longer than any meeting's address has to be, in characters. */
const MAX_ADDRESS = 8000;

/** Lets no key through that could reach a prototype, at any depth (docs/law.md R74). */
function refuseReserved(key: string, value: unknown): unknown {
  if (/^(__proto__|constructor|prototype)$/.test(key)) throw new Error('a reserved key');
  return value;
}

/** Reads the allowed `#config.*` overrides of a meeting address; names the others once and leaves them out. */
function readOverrides(hash: string): Record<string, unknown> {
  const overrides: Record<string, unknown> = {};
  for (const part of hash.slice(1).split('&').filter(Boolean)) {
    const [name = '', value = ''] = part.split('=', 2);
    try {
      if (!OVERRIDES.test(name)) throw new Error('not allowed from markup');
      overrides[name.slice('config.'.length)] = JSON.parse(decodeURIComponent(value), refuseReserved) as unknown;
    } catch {
      // The meeting works without it; only the owner needs to know.
      warnOnce('override', `${name.slice(0, 60)} in data-jitsi-src is ignored; set it as jitsi.configOverwrite in the configuration`);
    }
  }
  return overrides;
}

/**
 * The declared operator whose address this is; with JaaS the first part of the path tells one customer from another.
 * Undefined where nobody there is declared, null where only other customers are.
 */
function ownerOf({ host, pathname }: URL, settings: Settings): Operator | undefined | null {
  const declared = [...settings.operators.values()].filter((operator) => operator.domain === host);
  if (declared.length === 0) return undefined;
  return declared.find(({ appId }) => appId && pathname.startsWith(`/${appId}/`)) ?? declared.find(({ appId }) => !appId) ?? null;
}

/** The path of a meeting's address as `room` or `tenant/room`, or undefined where its escapes are broken. */
function readRoom(pathname: string, appId: string | undefined): string | undefined {
  const path = pathname.slice(appId ? appId.length + 2 : 1).replace(/\/$/, '');
  if (/%(2f|5c)/i.test(path)) return undefined; // An escaped slash would move the room into another tenant.
  try {
    return path.split('/').map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}

/** Why an address may not be used at all: what would be right, and what is there. */
function refusal(url: URL, text: string): readonly [expected: string, found: string] | undefined {
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isAllowed) return ['an https address', url.protocol];
  if (url.username || url.password) return ['an address without user name or password', 'one'];
  if (/[?&#](jwt|token)=/.test(text)) return ['no token in markup; use getToken in JavaScript', 'one'];
  return url.search ? ['an address without a query', 'one'] : undefined;
}

/** Reads room, domain and overrides from the address in `iframe[data-jitsi-src]`; says what is wrong with it otherwise. */
export function readEmbedUrl(text: string, settings: Settings): EmbedInput | GateIssue[] {
  const refuse = (expected: string, found: string): GateIssue[] => [{ path: 'src', expected, found }];
  if (text.length > MAX_ADDRESS) return refuse(`an address of at most ${MAX_ADDRESS} characters`, `${text.length}`);
  const url = parseUrl(text);
  if (!url) return refuse('a full meeting address like https://meet.example.eu/room', 'another text');
  const refused = refusal(url, text);
  if (refused) return refuse(...refused);
  if ([...settings.operators.values()].some(({ domain, software }) => software && domain === url.host)) return refuse('a Jitsi server; write data-jitsi-room for another software', 'another');
  const owner = ownerOf(url, settings);
  if (owner === null) return refuse('the AppID of a declared operator as the first part of the path', 'another or none');
  const { appId, key: operator } = owner ?? {};
  const room = readRoom(url.pathname, appId);
  if (room === undefined) return refuse('an address whose %-escapes are UTF-8', 'other escapes');
  return { room, domain: url.host, ...(appId && operator && { operator }), overrides: readOverrides(url.hash) };
}
