import { optional, unknown, type z } from 'zod/mini';
import { STORED_VERSIONS } from '../facts/software/stored-versions.js';
import { between, byKey, fields, flag, listOf, named, oneOf, placed, text, throughout, together } from './fields.js';
import type { Adapter, PlatformInstance } from './platform.js';
import type { TextByLanguage } from './text-in.js';
import { RULES } from './rules.js';

const rule = <T = string>(name: keyof typeof RULES): ReturnType<typeof named<T>> => named<T>(name, RULES);
const callback = <T>(): ReturnType<typeof named<T>> => named<T>('is|function', RULES);

const link = rule('link');
const links = placed<TextByLanguage>('links', RULES);
const labels = placed<TextByLanguage>('labels', RULES);
const label = rule('label');
const country = rule('country');
const certainty = optional(oneOf('never', 'possible', 'always', 'unknown'));
/** What an operator learns of the page's address: nothing that names a page of the site. */
const referrerPolicy = optional(oneOf('no-referrer', 'origin', 'strict-origin'));
/** Handed on to Jitsi as it is. */
const settings = byKey(unknown());

/** What protects data that somebody outside the EEA receives. */
const transfer = optional(fields({
  tool: oneOf('none-needed', 'adequacy', 'dpf', 'scc', 'art49', 'unknown'),
  evidenceUrl: optional(link),
  checkedOn: optional(rule('date')),
}));

/** Who runs a meeting server and what is known of it. `name` and `country` are needed where they are not built in. */
export const operatorSchema = fields({
  domain: rule('host'),
  name: optional(label),
  country: optional(country),
  software: optional(oneOf('jitsi', ...Object.keys(STORED_VERSIONS) as (keyof typeof STORED_VERSIONS)[])),
  kind: optional(oneOf('self-hosted', 'meet.jit.si', 'jaas')),
  role: optional(oneOf('processor', 'joint-controller', 'controller')),
  hosting: optional(fields({ name: label, country, transfer })),
  privacyUrl: optional(links),
  transfer,
  recording: certainty,
  transcription: certainty,
  livestream: certainty,
  analytics: optional(flag),
  retention: optional(labels),
  recipients: optional(listOf(fields({ name: label, country, purpose: labels, transfer }))),
  hosts: optional(listOf(rule('host'))),
  alternatives: optional(listOf(fields({ label: labels, url: links }))),
  appId: optional(rule('appId')),
  release: optional(rule('name')),
  referrerPolicy,
  integrity: optional(rule('integrity')),
  recordingConsentEnforced: optional(flag),
  address: optional(text()),
  softwareName: optional(labels),
  stored: optional(labels),
  allow: optional(listOf(rule('permission'))),
  embeddable: optional(flag),
}).check(together('needed', RULES), together('customer', RULES), together('transfer', RULES), together('software', RULES));

type Facts = z.output<typeof operatorSchema>;

/** What the owner writes for one operator, before anything is derived. */
export type OperatorInput = Omit<Facts, 'name' | 'country'> & { name: string; country: string };

/** Callback asked after the grant for a token (JWT); the answer stays in memory. */
export type GetToken = (meeting: { operator: string; room: string }) => string | undefined | Promise<string | undefined>;

/**
 * Gives the address of a meeting, on its operator's origin, after the grant: for software whose addresses only your own server can make.
 * The answer stays in memory.
 */
export type GetUrl = (meeting: { operator: string; room: string }) => string | undefined | Promise<string | undefined>;

/** Says who the visitor is, after the grant. */
export type GetUserInfo = () => UserInfo | undefined | Promise<UserInfo | undefined>;

/** Who the visitor is; kept in memory only. */
export interface UserInfo {
  readonly displayName?: string;
  readonly email?: string;
}

/** The options that are attributes of the script tag as well. */
export const scriptOptions = {
  privacyUrl: links,
  site: optional(label),
  basis: optional(oneOf('consent', 'requested-service')),
  audience: optional(oneOf('general', 'children', 'employees', 'public-authority')),
  maxAgeDays: optional(between(1, 395)),
  storage: optional(oneOf('local', 'session', 'cookie', 'memory')),
  remember: optional(oneOf('ask', 'never')),
  start: optional(oneOf('click', 'auto')),
  mode: optional(oneOf('api', 'frame')),
  noticeVersion: optional(label),
  lang: optional(rule('lang')),
  // An address of another site is no reason to show no gate: nothing is ever sent there (receipts/receipts.ts).
  receipts: optional(label),
  cmp: optional(rule<string | Adapter | PlatformInstance>('platform')),
  cmpService: optional(rule<string | Readonly<Record<string, string>>>('services')),
  cmpCategory: optional(label),
  cmpWriteBack: optional(flag),
  recordingPolicy: optional(oneOf('notify', 'ask')),
  timeout: optional(between(1000, 120_000)),
  // The entry reads it (moments/start.ts).
  files: optional(label),
  diagnostics: optional(oneOf('auto', 'always', 'never')),
  confirmLeave: optional(flag),
  headingLevel: optional(between(1, 6)),
};

/** Every option of the site with its check: the one place that describes them. Defaults: `DEFAULTS`. */
export const configSchema = fields({
  operators: byKey(operatorSchema).check(together('filled', RULES)),
  ...scriptOptions,
  defaultOperator: optional(label),
  cookieDomain: optional(rule('domain')),
  storageKey: optional(rule('name')),
  legalBasis: optional(labels),
  messages: optional(byKey(byKey(text()))),
  getToken: optional(callback<GetToken>()),
  userInfo: optional(callback<GetUserInfo>()),
  getUrl: optional(callback<GetUrl>()),
  frame: optional(fields({
    sandbox: optional(rule('sandbox')),
    referrerPolicy,
    allow: optional(listOf(rule('permission'))),
  })),
  jitsi: optional(fields({ configOverwrite: optional(settings), interfaceConfigOverwrite: optional(settings) })),
}).check(together('declared', RULES), together('service', RULES), throughout('reserved'));

/** What the owner may write: the JSON block, the argument of `configure()`. Built-in operators need only a domain. */
export type ConfigInput = Omit<z.input<typeof configSchema>, 'operators' | 'messages'> & {
  readonly operators: Readonly<Record<string, OperatorInput | Partial<OperatorInput>>>;
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** What a placeholder says, by its attributes. Untrusted: whoever edits a page can write them (docs/law.md R71, R73). */
export const placeholderSchema = fields({
  room: rule('room'),
  operator: optional(text()),
  domain: optional(text()),
  label: optional(text(200)),
  lang: optional(rule('tag')),
  start: optional(oneOf('click', 'auto')),
  subject: optional(text(200)),
  height: optional(rule('height')),
  poster: optional(rule('poster')),
  'heading-level': optional(oneOf('1', '2', '3', '4', '5', '6')),
});
