import { configFaults } from '../config/check-config.js';
import { withBuiltIns } from '../config/built-ins.js';
import { embedIssues } from '../config/embed-issues.js';
import type { ConfigInput } from '../config/schema.js';
import { isInEea } from '../facts/countries.js';
import type { Fault } from '../lib/check-form.js';
import { parseUrl } from '../lib/url.js';
import { deskSettings } from './policy.js';
import { type Preset, presetOf } from './presets.js';

/** The questions about the operator, its meetings and the site, by the names of their options; `operator.` tells the operator's own apart. */
export const OPERATOR_FIELDS = ['domain', 'appId', 'name', 'country', 'hosting.name', 'hosting.country', 'transfer.tool', 'transfer.evidenceUrl', 'role', 'operator.privacyUrl', 'retention'] as const;
export const MEETING_FIELDS = ['recording', 'transcription', 'livestream', 'recordingPolicy', 'analytics', 'audience', 'remember'] as const;
export const SITE_FIELDS = ['site', 'privacyUrl', 'alternatives.label', 'alternatives.url', 'cmp', 'room', 'label', 'src'] as const;

export type FieldName = (typeof OPERATOR_FIELDS)[number] | (typeof MEETING_FIELDS)[number] | (typeof SITE_FIELDS)[number];

/** What an owner has typed and chosen so far: texts as they are; and a name for a room that nobody can guess, for those who have none. */
export type Draft = Readonly<Partial<Record<FieldName | 'preset' | 'madeUpRoom', string>>>;

/** Adds what was said, and nothing for what was not. */
const said = (key: string, value: string | undefined): Record<string, string> => (value?.trim() ? { [key]: value.trim() } : {});

/** The host of an address that was pasted whole. */
function hostOf(text = ''): string {
  const typed = text.trim();
  return (/^https?:\/\//i.test(typed) ? parseUrl(typed)?.host : undefined) ?? typed.replace(/\/.*$/, '').toLowerCase();
}

/** The room in the address of a meeting that was pasted whole. */
function roomIn(text = ''): string {
  const { pathname = '' } = /^https?:\/\//i.test(text.trim()) ? parseUrl(text.trim()) ?? {} : {};
  return pathname.split('/').at(-1) ?? '';
}

/** Whether a room is there as soon as somebody enters it, so that its name may be made up. Other services give theirs. */
export function mayMakeUpRoom({ preset = '' }: Draft): boolean {
  const { software } = { ...presetOf(preset)?.facts, ...withBuiltIns({ ...presetOf(preset)?.facts }) } as { software?: string };
  return software === undefined || software === 'element-call';
}

/** The room: as it was typed, as it stands in a pasted address, or made up. */
export const roomOf = (draft: Draft): string => (draft.room ?? roomIn(draft.domain)).trim() || (draft.room === undefined && mayMakeUpRoom(draft) ? draft.madeUpRoom ?? '' : '');

const isAbroad = (country: unknown): boolean => typeof country === 'string' && country !== '' && !isInEea(country);

/** What is known of the operator without asking. */
function known(draft: Draft): Readonly<Record<string, unknown>> {
  const { facts } = presetOf(draft.preset ?? '') ?? {};
  return withBuiltIns({ ...facts, ...facts?.domain === undefined && { domain: hostOf(draft.domain) } });
}

/** Who hosts the server; nobody where it stands in the owner's own house. */
function hostingOf(draft: Draft): { name?: string; country?: string } | undefined {
  const { facts } = presetOf(draft.preset ?? '') ?? {};
  const typed = { ...said('name', draft['hosting.name']), ...said('country', draft['hosting.country']) };
  return facts?.hosting ?? (Object.keys(typed).length > 0 && asksForHosting(draft.preset) ? typed : undefined);
}

const asksForHosting = (preset: string | undefined): boolean => preset === 'hoster' || preset === 'other';

/** Whether data go to somebody outside the European Economic Area. */
function goesAbroad(draft: Draft): boolean {
  return isAbroad(known(draft)['country'] ?? draft.country) || isAbroad(hostingOf(draft)?.country);
}

/** The questions about the operator that are open after the choice of a preset. */
export function operatorFields(draft: Draft): FieldName[] {
  const preset = presetOf(draft.preset ?? '');
  if (!preset) return [];
  const isKnown = known(draft)['name'] !== undefined || (preset.id === 'whereby' && !draft.domain);
  const needed: Readonly<Partial<Record<FieldName, boolean>>> = {
    'domain': preset.facts.domain === undefined,
    'appId': preset.id === 'jaas',
    'name': !isKnown,
    'country': !isKnown,
    'hosting.name': asksForHosting(preset.id),
    'hosting.country': asksForHosting(preset.id),
    'transfer.tool': goesAbroad(draft),
    'transfer.evidenceUrl': goesAbroad(draft) && !['', 'unknown', 'none-needed'].includes(draft['transfer.tool'] ?? ''),
    'role': preset.facts.role === undefined,
  };
  return OPERATOR_FIELDS.filter((name) => needed[name] ?? true);
}

/** What protects data abroad, for each party that is there. */
function transferOf(draft: Draft, country: unknown): object {
  const tool = draft['transfer.tool'] ?? '';
  return isAbroad(country) && tool !== '' ? { transfer: { tool, ...said('evidenceUrl', draft['transfer.evidenceUrl']) } } : {};
}

function operatorOf(draft: Draft, { facts }: Preset): object {
  const open = operatorFields(draft);
  const typed = (name: FieldName, key: string = name): object => (open.includes(name) ? said(key, draft[name]) : {});
  const { hosting: _, ...rest } = facts;
  const hosting = hostingOf(draft);
  const label = draft['alternatives.label']?.trim();
  const url = draft['alternatives.url']?.trim();
  return {
    ...rest,
    ...open.includes('domain') && { domain: hostOf(draft.domain) },
    ...typed('appId'), ...typed('name'), ...typed('country'), ...typed('role'),
    ...hosting && { hosting: { ...hosting, ...transferOf(draft, hosting.country) } },
    ...transferOf(draft, known(draft)['country'] ?? draft.country),
    ...said('privacyUrl', draft['operator.privacyUrl']), ...said('retention', draft.retention),
    ...said('recording', draft.recording), ...said('transcription', draft.transcription), ...said('livestream', draft.livestream),
    ...draft.analytics ? { analytics: draft.analytics === 'yes' } : {},
    ...label || url ? { alternatives: [{ label, url }] } : {},
  };
}

/** The configuration that a draft stands for. It may be wrong or lack something: `draftFaults` says what. */
export function configOf(draft: Draft): ConfigInput {
  const preset = presetOf(draft.preset ?? '');
  const operator = preset ? operatorOf(draft, preset) as { domain?: string } : {};
  return {
    ...said('site', draft.site),
    privacyUrl: draft.privacyUrl?.trim() ?? '',
    ...said('audience', draft.audience), ...said('recordingPolicy', draft.recordingPolicy), ...said('remember', draft.remember), ...said('cmp', draft.cmp),
    operators: { [operator.domain ?? '']: operator },
  } as ConfigInput;
}

/** Places of an operator's facts, and the field in which each was typed; any other place is a field of that name. */
const PLACES: readonly (readonly [place: RegExp, field: FieldName])[] = [
  [/^privacyUrl/, 'operator.privacyUrl'],
  [/evidenceUrl$/, 'transfer.evidenceUrl'],
  [/transfer/, 'transfer.tool'],
  [/^alternatives.*url$/, 'alternatives.url'],
  [/^alternatives/, 'alternatives.label'],
  [/^hosting.*country$/, 'hosting.country'],
  [/^hosting/, 'hosting.name'],
  [/^$/, 'domain'],
];

/** The field in which something at a place of the configuration was typed. */
function fieldAt(path: Fault['path']): FieldName {
  const [top, , ...rest] = path.map(String);
  if (top !== 'operators') return top as FieldName;
  const place = rest.join('.');
  return PLACES.find(([pattern]) => pattern.test(place))?.[1] ?? place as FieldName;
}

/** Whether a room cannot be the one of a placeholder. */
const isWrongRoom = (draft: Draft): boolean => embedIssues({ room: roomOf(draft) }, deskSettings(configOf(draft))).some(({ path }) => path === 'room');

/** The fields that are wrong, or empty where something is needed, in the order of the page. */
export function draftFaults(draft: Draft): FieldName[] {
  const faults = new Set(configFaults(configOf(draft)).map(({ path }) => fieldAt(path)));
  if (faults.size === 0 && isWrongRoom(draft)) faults.add('room');
  return [...OPERATOR_FIELDS, ...MEETING_FIELDS, ...SITE_FIELDS].filter((name) => faults.has(name));
}
