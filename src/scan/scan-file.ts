import type { Severity } from '../desk/advice.js';
import { jsonTexts } from '../lib/json-texts.js';
import { type Quoted, readCode, withoutQuotes, withoutTemplateCode } from './blank.js';
import { type Element, elementsOf, textIn } from './elements.js';
import { type MeetingHosts, roomIn } from './meeting-hosts.js';

/** What goes past a gate. */
export const KINDS = {
  frame: 'a frame loads a meeting before any choice',
  script: 'a script of the meeting server runs before any choice',
  api: 'a script starts a meeting before any choice',
  sdk: 'a component loads a meeting before any choice',
  library: 'a library connects to the meeting server',
  hint: 'the browser contacts the meeting server ahead of any choice',
  object: 'an embedded document loads a meeting before any choice',
} as const;

export type Kind = keyof typeof KINDS;

/** Something in a file of a site that goes past a gate. */
export interface Found {
  readonly kind: Kind;
  readonly severity: Severity;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Offsets of the attribute or text in the file. */
  readonly start: number;
  readonly end: number;
  /** Who is contacted; undefined where that is decided elsewhere. */
  readonly host: string | undefined;
  /** The markup to put instead. */
  readonly instead: string;
  /** What the browser is told to fetch, where one attribute says so. */
  readonly address?: string | undefined;
}

const SEVERITY: Readonly<Record<Kind, Severity>> = { frame: 'high', script: 'high', api: 'high', sdk: 'high', library: 'medium', hint: 'medium', object: 'high' };

const HINT = /(?:^|\s)(?:preconnect|dns-prefetch|preload|modulepreload|prefetch|prerender)(?:\s|$)/i;
/** Types of scripts that browsers run; another one is held back, as consent platforms do. */
const RUNS = /^$|^module$|^(?:text|application)\/(?:x-)?(?:java|ecma)script/i;

const placeholder = (room: string): string => `<div data-jitsi-room="${room}"></div>`;

type Spot = Pick<Found, 'kind' | 'host' | 'instead' | 'address'> & { readonly start: number; readonly end: number };

type Suspicion = readonly [kind: Kind, attribute: string, instead: (address: string) => string];

/** What an element is suspected of: an attribute that a browser fetches at once. */
function suspect({ tagName }: Element, attributes: ReadonlyMap<string, string>): Suspicion | undefined {
  if (tagName === 'iframe' && !attributes.has('srcdoc')) return ['frame', 'src', (address) => `<iframe data-jitsi-src="${address}"></iframe>`];
  if (tagName === 'object') return ['object', 'data', (address) => placeholder(roomIn(address))];
  if (tagName === 'embed') return ['object', 'src', (address) => placeholder(roomIn(address))];
  if (tagName === 'script' && RUNS.test(attributes.get('type')?.trim() ?? '')) return ['script', 'src', () => placeholder('your-room')];
  return tagName === 'link' && HINT.test(attributes.get('rel') ?? '') ? ['hint', 'href', () => 'nothing: remove it'] : undefined;
}

function attributeSpot(element: Element, hosts: MeetingHosts): Spot[] {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  const [kind, name = '', instead] = suspect(element, attributes) ?? [];
  const address = attributes.get(name)?.trim() ?? '';
  const host = hosts.hostOf(address);
  const at = element.sourceCodeLocation?.attrs?.[name];
  return kind && instead && host && at ? [{ kind, host, address, instead: instead(address), start: at.startOffset, end: at.endOffset }] : [];
}

/** Scripts that stand in a page: what they start, and what they have browsers fetch. */
function inlineSpots(element: Element, hosts: MeetingHosts): Spot[] {
  const { tagName, attrs, sourceCodeLocation: at } = element;
  if (tagName !== 'script' || !at || attrs.some(({ name }) => name === 'src')) return [];
  const type = attrs.find(({ name }) => name === 'type')?.value.trim() ?? '';
  const text = textIn(element);
  const start = at.startTag?.endOffset ?? at.startOffset;
  if (/^speculationrules$/i.test(type)) return jsonTexts(text).flatMap((one) => hosts.hostOf(one) ?? []).slice(0, 1).map((host): Spot => ({ kind: 'hint', host, instead: 'nothing: remove the server from it', start, end: start + text.length }));
  return RUNS.test(type) ? codeSpots(text, hosts).map(({ kind, host, instead, start: from, end }) => ({ kind, host, instead, start: from + start, end: end + start })) : [];
}

const SDK = /^@jitsi\/react-sdk$|^@jitsi\/react-native-sdk$/;
const LIBRARY = /^(?:@jitsi\/)?lib-jitsi-meet(?:\/|$)/;

/** More meetings than these no script of a site starts. */
const MOST_OF_A_KIND = 100;

/** The start of a meeting by Jitsi's own class, with the texts that follow it: the host first, then the room. */
function apiSpots(bare: string, texts: readonly Quoted[], hosts: MeetingHosts): Spot[] {
  return [...bare.matchAll(/\bnew\s+(?:window\s*\.\s*)?JitsiMeetExternalAPI\b/g)].slice(0, MOST_OF_A_KIND).map(({ index, 0: whole }) => {
    const after = texts.filter(({ start }) => start > index && start < index + 2000);
    const domain = after.find(({ start }) => start < index + whole.length + 4);
    const room = /roomName\s*:\s*["'`]([\w./-]+)/.exec(after.length > 0 ? sliceAround(bare, after, index) : '')?.[1];
    const host = domain && hosts.hostOf(`https://${domain.text}/`);
    return { kind: 'api', host: host ?? (domain && /^[\w.:-]+$/.test(domain.text) ? domain.text : undefined), instead: placeholder(room ?? 'your-room'), start: index, end: index + whole.length };
  });
}

/** Code with its texts back in their places, as far as they follow a place. */
function sliceAround(bare: string, texts: readonly Quoted[], from: number): string {
  let code = bare.slice(from, from + 2000);
  for (const { text, start } of texts) {
    const at = start - from;
    if (at + text.length < code.length) code = `${code.slice(0, at - 1)}"${text}"${code.slice(at + text.length + 1)}`;
  }
  return code;
}

/** What a script does past the gate. What only stands in its comments or texts is no act. */
export function codeSpots(code: string, hosts: MeetingHosts): Spot[] {
  const { bare, texts } = readCode(code);
  const scripts = texts.filter(({ text }) => /\/external_api(?:\.min)?\.js$/.test(text) && hosts.hostOf(text)).map(({ text, start }): Spot => ({ kind: 'script', host: hosts.hostOf(text), instead: placeholder('your-room'), start, end: start + text.length }));
  const imports = texts.flatMap(({ text, start }): Spot[] => {
    const kind = SDK.test(text) ? 'sdk' : LIBRARY.test(text) ? 'library' : undefined;
    const isImported = /\b(?:from|import|require)\s*\(?\s*$/.test(bare.slice(Math.max(0, start - 40), start - 1));
    return kind && isImported ? [{ kind, host: undefined, instead: kind === 'sdk' ? '<JitsiGate room="your-room" /> of jitsi-gate/react' : placeholder('your-room'), start, end: start + text.length }] : [];
  });
  const frames = [...code.matchAll(/<iframe\b[^>]{0,2000}?\ssrc=(?:\{\s*)?["'`]([^"'`]{1,2000})/g)].flatMap(({ 0: whole, 1: address = '', index }): Spot[] => {
    const host = hosts.hostOf(address);
    const isCode = bare.slice(index, index + 7) === '<iframe';
    return host && isCode ? [{ kind: 'frame', host, instead: `<jitsi-gate room="${roomIn(address)}"></jitsi-gate>`, start: index, end: index + whole.length }] : [];
  });
  return [...apiSpots(bare, texts, hosts), ...scripts, ...imports, ...frames];
}

const htmlSpots = (html: string, hosts: MeetingHosts): Spot[] => elementsOf(html).flatMap((element) => attributeSpot(element, hosts).concat(inlineSpots(element, hosts)));

/** How each kind of file is read; others are none of a site's pages. */
const READERS: readonly (readonly [name: RegExp, read: (text: string, hosts: MeetingHosts) => Spot[]])[] = [
  [/\.blade\.php$/i, (text, hosts) => htmlSpots(withoutTemplateCode(text, 'blade'), hosts)],
  [/\.(?:php|phtml)$/i, (text, hosts) => htmlSpots(withoutTemplateCode(text, 'php'), hosts)],
  [/\.(?:twig|njk|j2|jinja2?)$/i, (text, hosts) => htmlSpots(withoutTemplateCode(text, 'twig'), hosts)],
  [/\.liquid$/i, (text, hosts) => htmlSpots(withoutTemplateCode(text, 'liquid'), hosts)],
  [/\.(?:md|markdown|mdx)$/i, (text, hosts) => htmlSpots(withoutQuotes(text), hosts)],
  [/\.astro$/i, (text, hosts) => htmlSpots(withoutTemplateCode(text, 'astro'), hosts)],
  [/\.(?:x?html?|vue|svelte|hbs|mustache|ejs)$/i, htmlSpots],
  [/\.(?:m?js|cjs|jsx|m?ts|cts|tsx)$/i, codeSpots],
];

export const readsFile = (name: string): boolean => READERS.some(([pattern]) => pattern.test(name));

/** Tells the line and the column of an offset, both from 1. */
function placesIn(text: string): (offset: number) => Pick<Found, 'line' | 'column'> {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** What is told of one file: more is of the same kind. */
const MOST_SPOTS = 1000;

/** Everything in a file that goes past a gate, in its order. Nothing of it is run. */
export function scanFile(name: string, text: string, hosts: MeetingHosts): Found[] {
  const spots = READERS.find(([pattern]) => pattern.test(name))?.[1](text, hosts) ?? [];
  const placeOf = placesIn(text);
  return spots.toSorted((one, other) => one.start - other.start).slice(0, MOST_SPOTS)
    .map((spot) => Object.assign(placeOf(spot.start), { severity: SEVERITY[spot.kind] }, spot));
}
