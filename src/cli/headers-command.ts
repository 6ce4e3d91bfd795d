import { HEADER_FORMATS, type HeaderFormat } from '../desk/header-formats.js';
import { mergePolicy } from '../desk/merge-policy.js';
import { contentPolicy, deskSettings, permissionsPolicy, policyText } from '../desk/policy.js';
import { readPage } from '../scan/read-page.js';
import { type Command, EXIT, WrongUse } from './command.js';
import { loadConfig, usableConfig } from './load-config.js';
import { oneOfWords, readArgs, readText } from './read-input.js';

const OPTIONS = {
  form: { type: 'string', default: 'hosts' },
  format: { type: 'string', default: 'plain' },
  page: { type: 'string' },
  merge: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** What the placeholders and the script tag of a page need besides. */
function usesOf(html: string | undefined): ('poster' | 'config-file')[] {
  const { placeholders, dataset } = readPage(html ?? '');
  return [
    ...placeholders.some(({ said }) => said['poster'] !== undefined) ? ['poster' as const] : [],
    ...dataset?.['config'] === undefined ? [] : ['config-file' as const],
  ];
}

/** `headers`: the smallest policies for a configuration. */
export const headers: Command = {
  summary: 'the smallest Content-Security-Policy and Permissions-Policy, one line each',
  usage: `headers <config.json or page.html> [--form hosts, nonce] [--format ${Object.keys(HEADER_FORMATS).join(', ')}] [--page page.html] [--merge "<your policy>"] [--json]`,
  examples: [
    'npx jitsi-gate headers jitsi-gate.config.json --format nginx',
    'npx jitsi-gate headers jitsi-gate.config.json --page public/meeting.html',
    'npx jitsi-gate headers jitsi-gate.config.json --merge "default-src \'self\'"',
  ],
  run(args, io) {
    const { values, words: [path, more] } = readArgs(args, OPTIONS);
    if (path === undefined || more !== undefined) throw new WrongUse('name one file: a configuration, or a page');
    const form = oneOfWords('form', values.form, ['hosts', 'nonce']);
    const format = oneOfWords('format', values.format, Object.keys(HEADER_FORMATS) as HeaderFormat[]);
    const loaded = loadConfig(path);
    const settings = deskSettings(usableConfig(path, loaded));
    const html = values.page === undefined ? loaded.page?.html : readText(values.page);
    const ours = contentPolicy(settings, { form, uses: usesOf(html) });
    const policy = values.merge === undefined ? ours : mergePolicy(values.merge, ours);
    const made = { contentSecurityPolicy: policyText(policy), permissionsPolicy: permissionsPolicy(settings) };
    if (html === undefined) io.err('Without --page nobody knows what your page uses: a poster needs img-src, and data-config needs connect-src.\n');
    io.out(values.json ? `${JSON.stringify(made, null, 2)}\n` : HEADER_FORMATS[format](made));
    return EXIT.fine;
  },
};
