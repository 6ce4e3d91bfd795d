import type { GateIssue } from '../lib/errors.js';
import { addServices } from '../facts/software/services.js';
import { RULES } from './rules.js';
import { configSchema } from './schema.js';
import { schemaFaults } from './schema-faults.js';
import { wordIssues } from './words.js';

/** Everything that zod finds wrong with a configuration, for the owner: fetched only after the compact form has said no. */
export function explainConfig(raw: unknown): GateIssue[] {
  addServices();
  return wordIssues(schemaFaults(configSchema, raw, RULES), raw);
}
