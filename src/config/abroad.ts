import { isInEea } from '../facts/countries.js';
import type { Operator } from './operator.js';
import type { OperatorInput } from './schema.js';

/** Somebody who receives data outside the European Economic Area, with what protects it there. */
export interface PartyAbroad {
  readonly name: string;
  readonly country: string;
  readonly transfer: NonNullable<OperatorInput['transfer']>;
}

/**
 * The operator, its host and the recipients, those of them to whom sending data is a transfer to a third country. Inside the EEA there
 * is none to speak of, unless the owner states one (docs/law.md R52).
 */
export function abroad(operator: Operator): PartyAbroad[] {
  return [operator, operator.hosting ?? [], operator.recipients ?? []].flat()
    .map(({ name, country, transfer = { tool: 'unknown' } as const }) => ({ name, country, transfer }))
    .filter(({ country, transfer: { tool } }) => tool !== 'none-needed' && (tool !== 'unknown' || !isInEea(country)));
}
