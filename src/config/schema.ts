import { optional, strictObject, type z } from 'zod/mini';
import { between, callback, country, flag, host, label, link, listOf, oneOf, plainObject, textThat } from './fields.js';
import { isParentDomain } from './same-site.js';

const certainty = optional(oneOf('never', 'possible', 'always', 'unknown'));
const language = (value: string): boolean => value === 'auto' || /^[a-z]{2,3}(-\w{2,8})*$/i.test(value);

/** Without the first two the meeting's page cannot run at all; with the third it could take the visitor elsewhere. */
const SANDBOX = /^(?=.*allow-scripts)(?=.*allow-same-origin)(?!.*top-navigation)[a-z -]+$/;

/** Who runs a meeting server and what is known of it (SPEC 2.2). */
export const operatorSchema = strictObject({
  domain: host,
  name: label,
  country,
  kind: optional(oneOf('self-hosted', 'meet.jit.si', 'jaas')),
  role: optional(oneOf('processor', 'joint-controller', 'controller')),
  hosting: optional(strictObject({ name: label, country })),
  privacyUrl: optional(link),
  transfer: optional(strictObject({
    tool: oneOf('none-needed', 'adequacy', 'dpf', 'scc', 'art49', 'unknown'),
    evidenceUrl: optional(link),
    checkedOn: optional(textThat('a date like 2026-11-01', (value) => /^\d{4}-\d\d-\d\d$/.test(value))),
  })),
  recording: certainty,
  transcription: certainty,
  livestream: certainty,
  analytics: optional(flag),
  retention: optional(label),
  recipients: optional(listOf(strictObject({ name: label, country, purpose: label }))),
  hosts: optional(listOf(host)),
  alternatives: optional(listOf(strictObject({ label, url: link }))),
  appId: optional(textThat('a JaaS AppID', (value) => /^[\w-]{1,100}$/.test(value))),
  release: optional(textThat('a name like release-1234', (value) => /^[\w.-]{1,60}$/.test(value))),
  integrity: optional(textThat('a hash like sha384-…', (value) => /^sha(256|384|512)-[\w+/]{43,}={0,2}$/.test(value))),
  recordingConsentEnforced: optional(flag),
});

/** What the owner writes for one operator, before anything is derived. */
export type OperatorInput = z.output<typeof operatorSchema>;

/** Callback asked after the grant for a token (JWT); the answer stays in memory. */
export type GetToken = (meeting: { operator: string; room: string }) => string | undefined | Promise<string | undefined>;

/** Who the visitor is; kept in memory only. */
export interface UserInfo {
  readonly displayName?: string;
  readonly email?: string;
}

/** Every option of the site (SPEC 2.1) with its check: the one place that describes them. Defaults: `DEFAULTS`. */
export const configSchema = strictObject({
  operators: plainObject,
  defaultOperator: optional(label),
  privacyUrl: textThat("a link to the site's privacy notice", (value) => link.safeParse(value).success),
  site: optional(label),
  basis: optional(oneOf('consent', 'requested-service')),
  audience: optional(oneOf('general', 'children', 'employees', 'public-authority')),
  maxAgeDays: optional(between(1, 395)),
  storage: optional(oneOf('local', 'session', 'cookie', 'memory')),
  cookieDomain: optional(textThat('a parent domain of the page', isParentDomain)),
  storageKey: optional(textThat('a name like jitsi-gate', (value) => /^[\w.-]{1,60}$/.test(value))),
  remember: optional(oneOf('ask', 'never')),
  start: optional(oneOf('click', 'auto')),
  mode: optional(oneOf('api', 'frame')),
  noticeVersion: optional(label),
  // An address of another site is no reason to show no gate: nothing is ever sent there (receipts/receipts.ts).
  receipts: optional(label),
  lang: optional(textThat('auto or a language tag like de', language)),
  messages: optional(plainObject),
  cmp: optional(oneOf('none')),
  recordingPolicy: optional(oneOf('notify', 'ask')),
  timeout: optional(between(1000, 120_000)),
  getToken: optional(callback<GetToken>()),
  userInfo: optional(callback<() => UserInfo | Promise<UserInfo>>()),
  frame: optional(strictObject({
    sandbox: optional(textThat('allow-scripts allow-same-origin', (value) => SANDBOX.test(value))),
    referrerPolicy: optional(oneOf('no-referrer', 'origin', 'strict-origin')),
    allow: optional(listOf(textThat('the name of a permission', (value) => /^[a-z-]{1,40}$/.test(value)))),
  })),
  jitsi: optional(strictObject({
    configOverwrite: optional(plainObject),
    interfaceConfigOverwrite: optional(plainObject),
  })),
});

/** What the owner may write: the JSON block, the argument of `configure()`. Built-in operators need only a domain. */
export type ConfigInput = Omit<z.input<typeof configSchema>, 'operators' | 'messages'> & {
  readonly operators: Readonly<Record<string, OperatorInput | Partial<OperatorInput>>>;
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
