import type { GateIssue } from '../lib/errors.js';
import { isLoopback, parseUrl } from '../lib/url.js';
import { warnOnce } from '../lib/warn-once.js';
import type { EmbedInput } from './embed.js';
import type { Settings } from './settings.js';

// What markup may ask of the meeting. Nothing here weakens privacy: whoever edits a page is not the owner (law R73).
const OVERRIDES = /^config\.(subject|startWithAudioMuted|startWithVideoMuted|startSilent|requireDisplayName|hideDisplayName|disableChat|disablePolls|disableReactions|toolbarButtons|disableTileView)$/;

/** Reads the allowed `#config.*` overrides of a meeting address; names the others once and leaves them out. */
function readOverrides(hash: string): Record<string, unknown> {
  const overrides: Record<string, unknown> = {};
  for (const part of hash.slice(1).split('&').filter(Boolean)) {
    const [name = '', value = ''] = part.split('=', 2);
    try {
      if (!OVERRIDES.test(name)) throw new Error('not allowed from markup');
      overrides[name.slice('config.'.length)] = JSON.parse(decodeURIComponent(value)) as unknown;
    } catch {
      // The meeting works without it; only the owner needs to know.
      warnOnce('override', `${name.slice(0, 60)} in data-jitsi-src is ignored; set it as jitsi.configOverwrite in the configuration`);
    }
  }
  return overrides;
}

/** The path of a meeting's address as `room` or `tenant/room`, or undefined where its escapes are broken. */
function readRoom(pathname: string, domain: string, settings: Settings): string | undefined {
  const operator = [...settings.operators.values()].find((declared) => declared.domain === domain);
  const path = pathname.slice(1).replace(/\/$/, '');
  if (/%(2f|5c)/i.test(path)) return undefined; // An escaped slash would move the room into another tenant.
  const prefix = operator?.appId ? `${operator.appId}/` : '';
  try {
    return path.slice(path.startsWith(prefix) ? prefix.length : 0).split('/').map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}

/** Reads room, domain and overrides from the address in `iframe[data-jitsi-src]`; says what is wrong with it otherwise. */
export function readEmbedUrl(text: string, settings: Settings): EmbedInput | GateIssue[] {
  const url = parseUrl(text);
  const refuse = (expected: string, found: string): GateIssue[] => [{ path: 'src', expected, found }];
  if (!url) return refuse('a full meeting address like https://meet.example.eu/room', 'another text');
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isAllowed) return refuse('an https address', url.protocol);
  if (url.username || url.password) return refuse('an address without user name or password', 'one');
  if (/[?&#](jwt|token)=/.test(text)) return refuse('no token in markup; use getToken in JavaScript', 'one');
  if (url.search) return refuse('an address without a query', 'one');
  const room = readRoom(url.pathname, url.host, settings);
  if (room === undefined) return refuse('an address whose %-escapes are UTF-8', 'other escapes');
  return { room, domain: url.host, overrides: readOverrides(url.hash) };
}
