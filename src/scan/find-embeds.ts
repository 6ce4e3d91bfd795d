import type { Settings } from '../config/settings.js';
import { readEmbedUrl } from '../config/embed-url.js';
import { resolveEmbed } from '../config/embed.js';
import { describeIssue } from '../lib/errors.js';
import { type Element, elementsOf, isOwnScript } from './elements.js';
import { meetingHosts } from './meeting-hosts.js';
import { type Found, scanFile } from './scan-file.js';

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

/** What is wrong with a meeting's address, or undefined where a placeholder could have it. */
function addressProblem(address: string, settings: Settings): string | undefined {
  const read = readEmbedUrl(address, settings);
  const [issue] = Array.isArray(read) ? read : [];
  if (issue) return describeIssue(issue);
  return resolveEmbed(read as Exclude<typeof read, unknown[]>, settings) ? undefined : 'src: expected the address of a room, found another one';
}

type Judged = { readonly kind: 'frame' } | { readonly kind: 'problem'; readonly reason: string };

/** What of a scan is about declared servers, or starts a meeting by Jitsi's script: a machine can mend it, or says what a person has to do. */
function judge({ kind, host = '', address = '' }: Found, settings: Settings): Judged {
  if (kind === 'script') return { kind: 'problem', reason: `${host} is contacted before any choice; write <div data-jitsi-room="…"> where the meeting is, and leave this script to the gate` };
  const problem = addressProblem(address, settings);
  return problem === undefined ? { kind: 'frame' } : { kind: 'problem', reason: `${host} is contacted before any choice, and no placeholder can have this address (${problem})` };
}

/** What an element is by itself: a placeholder or an element of the gate, the gate's script, or nothing of ours. */
function ownKind({ tagName, attrs }: Element): 'gate' | 'script' | undefined {
  const valueOf = (wanted: string): string | undefined => attrs.find(({ name }) => name === wanted)?.value;
  if (/^jitsi-gate(?:-settings|-notice)?$/.test(tagName) || attrs.some(({ name }) => name === 'data-jitsi-room' || name === 'data-jitsi-src')) return 'gate';
  return tagName === 'script' && isOwnScript(valueOf('src')?.trim() ?? '') ? 'script' : undefined;
}

function ownFindings(html: string): Finding[] {
  return elementsOf(html).flatMap((element): Finding[] => {
    const [kind, at] = [ownKind(element), element.sourceCodeLocation];
    return kind && at ? [{ kind, line: at.startLine, column: at.startCol, start: at.startOffset, end: at.endOffset }] : [];
  });
}

/** Everything in a page that has to do with meetings of the declared servers, in the order of the file. */
export function findEmbeds(html: string, settings: Settings): Finding[] {
  const hosts = meetingHosts(settings);
  const past = scanFile('page.html', html, hosts).filter(({ kind, host = '', address }) => address !== undefined && (kind === 'script' || (kind === 'frame' && hosts.isDeclared(host))));
  const judged = past.map((found): Finding => {
    const { line, column, start, end } = found;
    return Object.assign({ line, column, start, end }, judge(found, settings));
  });
  return [...judged, ...ownFindings(html)].toSorted((one, other) => one.start - other.start);
}
