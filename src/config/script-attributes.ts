import { definedOf } from '../lib/defined-of.js';
import { DEFAULTS } from './defaults.js';
import { SCRIPT_TEXTS } from './script-options.js';

type Raw = Record<string, unknown>;

/** The script tag's `data-*` attributes, as `dataset` names them. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * A number, true or false where the default is one, and it is written; the bare attribute is true. Anything else stays as it is, for the
 * check to quote.
 */
function readOption(value: string, byDefault: unknown): unknown {
  if (byDefault === false && /^(true|false)?$/.test(value)) return value !== 'false';
  return typeof byDefault === 'number' && /^\d+$/.test(value.trim()) ? Number(value) : value;
}

/** The operator of the short form, if the tag names any part of one. */
function readShortForm({ domain, operator: name, country, appId }: Attributes): Raw | undefined {
  const said = definedOf({ domain, name, country, appId });
  return Object.keys(said).length > 0 ? said : undefined;
}

/**
 * Lays the script tag's `data-*` attributes over the JSON block, and that over what a file of the site's says.
 * The short form, `data-domain` with `data-operator` and `data-country`, declares one operator named by its domain.
 * Attributes that are not ours belong to other tools and are left alone.
 */
export function mergeScriptAttributes(block: unknown, data: Attributes, file?: object): unknown {
  if (block === null || typeof block !== 'object' || Array.isArray(block)) return block;
  const raw: Raw = { ...file, ...block };
  for (const name of [...Object.keys(DEFAULTS), ...SCRIPT_TEXTS.split(' ')]) {
    const value = data[name];
    if (value !== undefined) raw[name] = readOption(value, (DEFAULTS as Raw)[name]);
  }
  const { domain } = data;
  const short = readShortForm(data) ?? (raw['operators'] === undefined ? {} : undefined);
  if (short) raw['operators'] = { ...Object(raw['operators']), [domain ?? '']: short };
  if (domain) raw['defaultOperator'] ??= domain;
  return raw;
}
