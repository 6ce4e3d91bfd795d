import { definedOf } from '../lib/defined-of.js';
import { abroad } from './abroad.js';
import { withBuiltIns } from './built-ins.js';
import { DEFAULTS } from './defaults.js';
import { type Operator, readOperator } from './operator.js';
import type { ConfigInput, OperatorInput } from './schema.js';

type Optional = Omit<ConfigInput, 'operators' | 'site' | 'messages' | 'storageKey' | keyof typeof DEFAULTS>;
type Defaulted = Required<Pick<ConfigInput, keyof typeof DEFAULTS>>;

/** The owner's configuration, complete. Everything else reads this and nothing else. */
export interface Settings extends Readonly<Optional & { [name in keyof Defaulted]: NonNullable<Defaulted[name]> }> {
  readonly operators: ReadonlyMap<string, Operator>;
  readonly site: string;
  readonly storageKey: string;
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Fills in defaults and what follows from the owner's words. Takes them as they are: `checkConfig` says whether they are
 * right, and nothing can be granted before it has. May throw where they are not.
 */
export function readSettings(input: ConfigInput): Settings {
  const config = { ...DEFAULTS, storageKey: 'jitsi-gate', ...definedOf(input) as ConfigInput };
  const operators = new Map<string, Operator>();
  for (const [key, operator] of Object.entries(config.operators)) {
    operators.set(key, readOperator(key, withBuiltIns(operator) as unknown as OperatorInput));
  }
  return {
    ...(config as unknown as Settings),
    operators,
    defaultOperator: config.defaultOperator ?? (operators.size === 1 ? [...operators.keys()][0] : undefined),
    messages: config.messages ?? {},
    // Hosts that share their decisions are one site: its name is among the terms.
    site: config.site ?? config.cookieDomain ?? globalThis.location?.host ?? '',
  };
}

/**
 * Whether a visitor may be remembered: not where a consent is rarely free (docs/law.md R59, R61), nor for a transfer that rests on
 * explicit consent alone (docs/law.md R54), nor where no consent is claimed.
 */
export function mayRemember({ audience, remember, basis }: Settings, operator: Operator): boolean {
  return audience === 'general' && remember === 'ask' && basis === 'consent' && abroad(operator).every(({ transfer }) => transfer.tool !== 'art49');
}

/** What the key of every decision of a site begins with; the operator's key follows. */
export function entryPrefix({ storageKey }: Pick<Settings, 'storageKey'>): string {
  return `${storageKey}.`;
}
