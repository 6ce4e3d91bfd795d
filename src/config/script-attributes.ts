import { definedOf } from '../lib/defined-of.js';
import { SCRIPT_OPTIONS } from './script-options.js';

type Raw = Record<string, unknown>;

/** The script tag's `data-*` attributes, as `dataset` names them. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * A number, true or false where one is wanted and written; the bare attribute is true. Anything else stays as it is, for the
 * check to quote.
 */
function readOption(value: string, type: string | undefined): unknown {
  if (type === 'flag' && /^(true|false)?$/.test(value)) return value !== 'false';
  return type === 'number' && /^\d+$/.test(value.trim()) ? Number(value) : value;
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
  for (const option of SCRIPT_OPTIONS) {
    const [name, type] = option.split(':') as [string, string?];
    const value = data[name];
    if (value !== undefined) raw[name] = readOption(value, type);
  }
  const { domain } = data;
  const short = readShortForm(data) ?? (raw['operators'] === undefined ? {} : undefined);
  if (short) raw['operators'] = { ...Object(raw['operators']), [domain ?? '']: short };
  if (domain) raw['defaultOperator'] ??= domain;
  return raw;
}
