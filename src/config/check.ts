import type { GateIssue } from '../lib/errors.js';
import { configFaults } from './check-config.js';
import { wordIssues } from './words.js';

/** Everything that is wrong with a configuration, in words; an empty list if it may be used. */
export function checkConfig(raw: unknown): GateIssue[] {
  return wordIssues(configFaults(raw), raw);
}
