import type { ConfigInput } from '../config/schema.js';
import { type Advice, SEVERITIES, adviseOn } from '../desk/advice.js';
import { deskSettings } from '../desk/policy.js';
import { harmless } from '../lib/harmless.js';
import { type Command, EXIT, type Io, WrongUse } from './command.js';
import { type Loaded, loadConfig, pageProblems } from './load-config.js';
import { oneOfWords, readArgs } from './read-input.js';
import { severityPaint } from './severity-paint.js';

/** What is found in a page, as advice: each of it is wrong. */
function pageAdvice(path: string, { config, page }: Loaded): Advice[] {
  if (!page) return [];
  return pageProblems(page, deskSettings(config as ConfigInput)).map(({ line, column, problem }) => ({ id: 'page', severity: 'high', path: `${path}:${line}:${column}`, problem, remedy: 'correct it; the visitor reads your own content meanwhile' }));
}

function print(found: readonly Advice[], io: Io): void {
  const { out } = io;
  const paint = severityPaint(io);
  for (const { severity, path, problem, remedy } of found) {
    out(`${paint(severity)} ${harmless(path)}: ${harmless(problem)}\n    ${harmless(remedy)}\n`);
  }
  out(found.length === 0 ? 'Nothing to say.\n' : `${found.length} found: ${SEVERITIES.toReversed().map((one) => `${found.filter(({ severity }) => severity === one).length} ${one}`).join(', ')}\n`);
}

/** `check`: everything that is wrong or weak in a configuration, or in a page with one. */
export const check: Command = {
  summary: 'everything that is wrong or weak in a configuration, each with path and remedy',
  usage: 'check <config.json or page.html> [--fail-on info, low, medium, high] [--json]',
  examples: ['npx jitsi-gate check jitsi-gate.config.json', 'npx jitsi-gate check public/meeting.html --fail-on medium'],
  run(args, io) {
    const { values, words: [path, more] } = readArgs(args, { 'fail-on': { type: 'string', default: 'high' }, json: { type: 'boolean' } });
    if (path === undefined || more !== undefined) throw new WrongUse('name one file: a configuration, or a page');
    const failOn = SEVERITIES.indexOf(oneOfWords('fail-on', values['fail-on'], SEVERITIES));
    const loaded = loadConfig(path);
    const advice = adviseOn(loaded.config);
    const isUsable = advice.every(({ severity }) => severity !== 'high');
    const found = isUsable ? [...pageAdvice(path, loaded), ...advice] : advice;
    if (values.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
    else print(found, io);
    return found.some(({ severity }) => SEVERITIES.indexOf(severity) >= failOn) ? EXIT.found : EXIT.fine;
  },
};
