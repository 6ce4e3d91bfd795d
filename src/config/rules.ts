import type { Rules } from '../lib/rule.js';
import { PLAIN } from '../lib/plain-rules.js';
import { isSafeLink } from '../lib/safe-link.js';
import { canonicalHost, originOf, parseUrl } from '../lib/url.js';
import { isInEea } from '../facts/countries.js';
import { kindOf, withBuiltIns } from './built-ins.js';
import { PLACEHOLDER_RULES } from './placeholder-rules.js';
import { isParentDomain } from './same-site.js';

type Raw = Readonly<Record<string, unknown>>;

/** An object, or an empty one in place of anything else. */
const rawOf = (value: unknown): Raw => (typeof value === 'object' && !Array.isArray(value) ? { ...value } : {});
const kindIn = ({ kind, domain }: Raw): unknown => kind ?? kindOf(typeof domain === 'string' ? domain : '');
const isLabel = /^(?=\s*\S)[^]{1,500}$/;

/** A text, or one for each language: says which languages are wrong, or have a wrong text. */
const byLanguage = (isRight: (text: string) => boolean) => (value: unknown): boolean | string[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return typeof value === 'string' && isRight(value);
  const entries = Object.entries(value);
  return entries.length > 0 && entries.filter(([tag, own]) => !PLACEHOLDER_RULES.tag.test(tag) || typeof own !== 'string' || !isRight(own)).map(([tag]) => tag);
};

const text = (test: (value: string) => boolean) => (value: unknown): boolean => typeof value === 'string' && test(value);

const isName = text((value) => isLabel.test(value));

/** Whether somebody outside the EEA is said to need no protection there. */
function isUnprotected({ country, transfer }: Raw): boolean {
  return rawOf(transfer)['tool'] === 'none-needed' && typeof country === 'string' && !isInEea(country);
}

/**
 * The places of all keys that could reach a prototype, at any depth (docs/law.md R74). Ends on circles, as a map has each object once.
 * A consent platform is code, and none that is laid over anything.
 */
function reserved(top: object): string[][] {
  const wrong: string[][] = [];
  const paths = new Map<object, readonly string[]>([[top, []]]);
  for (const [object, path] of paths) {
    for (const [key, inner] of Object.entries(object)) {
      const here = [...path, key];
      if (/^(__proto__|constructor|prototype)$/.test(key)) wrong.push(here);
      else if (Object(inner) === inner && here.join() !== 'cmp') paths.set(inner as object, here);
    }
  }
  return wrong;
}

/**
 * The rules of configuration, operators and placeholders, by name. `schema.ts` uses them for zod and the compact forms as they
 * are, so each exists once. The last ones are about a whole object and say which of its places are wrong.
 */
export const RULES = {
  ...PLAIN,
  ...PLACEHOLDER_RULES,
  /** A host with optional port and nothing else: no scheme, path, user, wildcard or space. */
  host: text((value) => canonicalHost(value) !== undefined),
  link: text(isSafeLink),
  label: isLabel,
  /** Texts by language. */
  labels: byLanguage((value) => isLabel.test(value)),
  /** Links by language. */
  links: byLanguage(isSafeLink),
  country: /^[A-Z]{2}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  appId: /^[\w-]{1,100}$/,
  name: /^[\w.-]{1,60}$/,
  integrity: /^sha(256|384|512)-[\w+/]{43,}={0,2}$/,
  lang: /^(auto|[a-zA-Z]{2,3}(-\w{2,8})*)$/,
  /** Without the first two the meeting's page cannot run at all; with the third it could take the visitor elsewhere. */
  sandbox: /^(?=.*allow-scripts)(?=.*allow-same-origin)(?!.*top-navigation)[a-z -]+$/,
  permission: /^[a-z-]{1,40}$/,
  /** The name of a consent platform, one without a global, or an adapter of the owner's. */
  platform: (value) => {
    const { name, instance, read, subscribe, write = text } = Object(value) as Raw;
    return isName(value) || (isName(name) && (instance !== undefined || [read, subscribe, write].every((one) => typeof one === 'function')));
  },
  /** One name for the service, or one for each operator. */
  services: (value) => isName(value) || (Object(value) === value && !Array.isArray(value) && Object.values(value as object).every(isName)),
  domain: text(isParentDomain),
  /** At least one of something. */
  filled: (map: object) => Object.keys(map).length > 0,
  /** Who runs a server has to be said where it is not built in. */
  needed: (operator: Raw) => ['name', 'country'].filter((key) => withBuiltIns(operator)[key] === undefined),
  /** JaaS has a script and a path for each customer. */
  customer: (operator: Raw) => (kindIn(operator) === 'jaas' && operator['appId'] === undefined ? ['appId'] : []),
  /** Outside the EEA a transfer needs a tool: the operator's, its host's, and that of whoever else receives data. */
  transfer: (operator: Raw) => {
    const { hosting, recipients, ...own } = withBuiltIns(operator);
    const parties = [[own, []], [hosting, ['hosting']], ...Array.isArray(recipients) ? recipients.map((one: unknown, index) => [one, ['recipients', index]]) : []] as [unknown, PropertyKey[]][];
    return parties.filter(([party]) => isUnprotected(rawOf(party))).map(([, path]) => path.concat('transfer', 'tool'));
  },
  /** A software that nobody else describes is described by the owner, and no other one is. */
  software: ({ software = 'jitsi', ...operator }: Raw) => {
    const isGiven = (key: string): boolean => operator[key] !== undefined;
    if (software === 'other') {
      const missing = DESCRIBED.filter((key) => !isGiven(key));
      return [...missing, ...ONLY_JITSI.filter(isGiven), ...isGiven('address') && !isAddress(operator['address'], operator['domain']) ? ['address'] : []];
    }
    return [...DESCRIBED, 'allow', ...software === 'jitsi' ? [] : ONLY_JITSI].filter(isGiven);
  },
  reserved,
  declared: ({ defaultOperator, operators }: Raw) => {
    const keys = Object.keys(rawOf(operators));
    return typeof defaultOperator === 'string' && keys.length > 0 && !keys.includes(defaultOperator) ? ['defaultOperator'] : [];
  },
  /**
   * Who counts users or analyses use does more than the visitor asked for (docs/law.md R19, R60). Where no consent is claimed, there is
   * none to take over.
   */
  service: ({ basis, operators, cmp = 'none' }: Raw) => (basis === 'requested-service' ? [
    ...Object.values(rawOf(operators)).map(rawOf).some(isMoreThanAsked) ? ['basis'] : [], ...cmp === 'none' ? [] : ['cmp'],
  ] : []),
} satisfies Rules;

/** Whether an address holds a room and, whatever that is, stays on a server. */
function isAddress(address: unknown, domain: unknown): boolean {
  const host = canonicalHost(String(domain));
  const parts = String(address).split('{room}');
  const url = parseUrl(parts.join('room'));
  return parts.length === 2 && url !== undefined && host !== undefined && url.origin === originOf(host) && url.origin === parseUrl(parts[0] ?? '')?.origin;
}

/** What only a software that the owner describes has, and what only Jitsi has. */
const DESCRIBED = ['address', 'softwareName', 'stored'];
const ONLY_JITSI = ['kind', 'appId', 'release', 'integrity', 'recordingConsentEnforced'];

/** Whether an operator counts users or analyses use. */
export function isMoreThanAsked(operator: Raw): boolean {
  return ['jaas', 'meet.jit.si'].includes(kindIn(operator) as string) || operator['analytics'] === true;
}
