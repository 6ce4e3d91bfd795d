import { type Fault, faultsOf } from '../lib/check-form.js';
import { configForm } from './config-form.js';
import { RULES } from './rules.js';

/** Everything that is wrong with a configuration, as places and rules: without words, without zod. Empty if it may be used. */
export function configFaults(raw: unknown): Fault[] {
  return faultsOf(configForm, raw, RULES);
}
