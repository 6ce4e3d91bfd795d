import type { Settings } from '../config/settings.js';
import { readEmbedUrl } from '../config/embed-url.js';
import { resolveEmbed } from '../config/embed.js';
import { describeIssue } from '../lib/errors.js';
import { parseUrl } from '../lib/url.js';
import { type Element, elementsOf, isOwnScript } from './elements.js';

/**
 * `scan`: for Node only. Finds what in a site's own files loads a meeting past the gate, with its place there.
 */

/** Where something stands in a file; line and column from 1, `start` and `end` as offsets. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** What was found in a page. */
export type Finding = Place & (
  /** A frame that loads a meeting at once, and can become a placeholder by another name of its attribute. */
  | { readonly kind: 'frame' }
  /** Something that loads from a meeting server at once, and cannot be changed by a machine. `reason` says what to do. */
  | { readonly kind: 'problem'; readonly reason: string }
  /** A placeholder, or an element of the gate: what needs its script. */
  | { readonly kind: 'gate' }
  /** The gate's own script. */
  | { readonly kind: 'script' }
);

const API_SCRIPT = /\/external_api(\.min)?\.js$/;

/** Where an element, or one of its attributes, stands. What the parser has added stands nowhere. */
function placeOf({ sourceCodeLocation: location }: Element, attribute?: string): Place | undefined {
  const at = attribute ? location?.attrs?.[attribute] : location;
  return at ? { line: at.startLine, column: at.startCol, start: at.startOffset, end: at.endOffset } : undefined;
}

/** What is wrong with a meeting's address, or undefined where a placeholder could have it. */
function addressProblem(address: string, settings: Settings): string | undefined {
  const read = readEmbedUrl(address, settings);
  const [issue] = Array.isArray(read) ? read : [];
  if (issue) return describeIssue(issue);
  return resolveEmbed(read as Exclude<typeof read, unknown[]>, settings) ? undefined : 'src: expected the address of a room, found another one';
}

type Judged = { readonly kind: 'frame' } | { readonly kind: 'problem'; readonly reason: string };

function judgeAddress(tagName: string, src: string, settings: Settings): Judged | undefined {
  const url = parseUrl(src.startsWith('//') ? `https:${src}` : src);
  const isDeclared = url !== undefined && [...settings.operators.values()].some(({ domain }) => domain === url.host);
  if (tagName === 'script' && url && (isDeclared || API_SCRIPT.test(url.pathname))) {
    return { kind: 'problem', reason: `${url.host} is contacted before any choice; write <div data-jitsi-room="…"> where the meeting is, and leave this script to the gate` };
  }
  if (tagName !== 'iframe' || !isDeclared) return undefined;
  const problem = addressProblem(src, settings);
  return problem ? { kind: 'problem', reason: `${url.host} is contacted before any choice, and no placeholder can have this address (${problem})` } : { kind: 'frame' };
}

/** What an element is by itself: a placeholder or an element of the gate, the gate's script, or nothing of ours. */
function ownKind(tagName: string, attributes: ReadonlyMap<string, string>): 'gate' | 'script' | undefined {
  if (/^jitsi-gate(?:-settings|-notice)?$/.test(tagName) || attributes.has('data-jitsi-room') || attributes.has('data-jitsi-src')) return 'gate';
  return tagName === 'script' && isOwnScript(attributes.get('src') ?? '') ? 'script' : undefined;
}

/** Everything in a page that has to do with meetings, in the order of the file. */
export function findEmbeds(html: string, settings: Settings): Finding[] {
  return elementsOf(html).flatMap((element): Finding[] => {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value.trim()]));
    const own = ownKind(element.tagName, attributes);
    const src = attributes.get('src');
    const judged = own ? { kind: own } : src && judgeAddress(element.tagName, src, settings);
    const place = placeOf(element, own ? undefined : 'src');
    return judged && place ? [{ ...judged, ...place }] : [];
  });
}
