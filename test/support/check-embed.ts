import { embedIssues } from '../../src/config/embed-issues.js';
import { type Embed, type EmbedInput, resolveEmbed } from '../../src/config/embed.js';
import type { Settings } from '../../src/config/settings.js';
import type { GateIssue } from '../../src/lib/errors.js';

/** What a placeholder may show, or everything that is wrong with it. Throws where what decides and what explains disagree. */
export function checkEmbed(input: EmbedInput, settings: Settings): Embed | GateIssue[] {
  const embed = resolveEmbed(input, settings);
  const issues = embedIssues(input, settings);
  if ((embed === undefined) !== (issues.length > 0)) throw new Error(`a placeholder is ${embed ? 'right' : 'wrong'} and has ${issues.length} issues`);
  return embed ?? issues;
}
