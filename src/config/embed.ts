import type { Software } from '../facts/software/software.js';
import { judge } from '../lib/rule.js';
import { canonicalHost } from '../lib/url.js';
import { EMBED_ATTRIBUTES, type EmbedAttribute } from './embed-attributes.js';
import type { Operator } from './operator.js';
import { lengthOf } from './length.js';
import { PLACEHOLDER_FIELDS } from './placeholder-fields.js';
import { PLACEHOLDER_RULES } from './placeholder-rules.js';
import type { Settings } from './settings.js';

/** What a placeholder says, as it stands there. */
export type EmbedInput = { readonly [name in EmbedAttribute]?: string | undefined } & {
  /** Jitsi settings read from the address of an `iframe[data-jitsi-src]`; they never win over the privacy preset. */
  readonly overrides?: Readonly<Record<string, unknown>>;
};

/** A placeholder that may be shown: everything in it is checked. */
export interface Embed {
  readonly room: string;
  readonly operator: Operator;
  /** Name of the meeting, shown as text. */
  readonly label: string;
  readonly lang: string;
  readonly start: 'click' | 'auto';
  readonly subject: string;
  /** Height of the meeting, as CSS writes it. */
  readonly height: string;
  readonly poster: string;
  /** Level of the gate's heading, from 1 to 6. */
  readonly headingLevel: number | string;
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** Finds the declared operator that a placeholder selects. A placeholder can never declare one (docs/law.md R71). */
function selectOperator({ operator: key, domain }: EmbedInput, { operators, defaultOperator = '' }: Settings): Operator | undefined {
  const byKey = operators.get(key ?? defaultOperator);
  if (domain === undefined || (key !== undefined && !byKey)) return byKey;
  const host = canonicalHost(domain);
  return [...operators.values()].find((operator) => operator.domain === host && (key === undefined || operator === byKey));
}

/** Whether the attributes of a placeholder are right, and its operator's software may have such a room. */
export function isRightPlaceholder(said: { readonly [name in EmbedAttribute]?: unknown }, known?: Software): boolean {
  return known?.room?.test(said.room as string) !== false && EMBED_ATTRIBUTES.every((name) => (name !== 'room' && said[name] === undefined) || judge(PLACEHOLDER_FIELDS[name], said[name], PLACEHOLDER_RULES) === true);
}

/** Checks a placeholder against the site's configuration: what it may show; undefined where anything is wrong with it. */
export function resolveEmbed(input: EmbedInput, settings: Settings): Embed | undefined {
  const { overrides = {}, ...said } = input;
  const operator = selectOperator(input, settings);
  if (!operator || !isRightPlaceholder(said, operator.known)) return undefined;
  const { room = '', label = '', lang = '', start = settings.start, subject = '', poster = '', height = 560, 'heading-level': headingLevel = settings.headingLevel } = said;
  return { room: room.normalize('NFC'), operator, label, lang, start: start as Embed['start'], subject, poster, height: lengthOf(height), headingLevel, overrides };
}
