import { writeFileSync } from 'node:fs';
import { type Answer, type Ask, type NoAnswer, ask, isLoopback } from '../audit/ask.js';
import { auditServer } from '../audit/audit-server.js';
import { type Report, auditSettings } from '../audit/audit-settings.js';
import { reportHtml, reportText } from '../audit/report.js';
import { SEVERITIES } from '../desk/advice.js';
import { type Command, EXIT, type Io, WrongUse } from './command.js';
import { oneOfWords, readArgs, readText } from './read-input.js';
import { severityPaint } from './severity-paint.js';

/** How long everything may take, in milliseconds. */
const LONGEST = 20_000;

const isAddress = (word: string): boolean => /^https?:\/\//i.test(word);

/** The address of a server. @throws WrongUse */
function addressOf(word: string, isInsecure: boolean): URL {
  if (!URL.canParse(word)) throw new WrongUse(`${word}: expected an address like https://meet.example.eu`);
  const url = new URL(word);
  if (url.username || url.password) throw new WrongUse('an address with a password is not asked');
  if (url.protocol !== 'https:' && !isLoopback(url)) throw new WrongUse(`${word}: expected https`);
  if (isInsecure && !isLoopback(url)) throw new WrongUse('--insecure is for this computer alone (localhost)');
  return url;
}

async function fromServer(word: string, isInsecure: boolean, io: Io): Promise<Report | NoAnswer> {
  const url = addressOf(word, isInsecure);
  const signal = AbortSignal.timeout(LONGEST);
  const counted: Ask = (address): Promise<Answer | NoAnswer> => {
    if (io.isTerminal) io.err(`asking for ${address.pathname}\n`);
    return ask(address, { signal, isInsecure });
  };
  return auditServer(url, counted);
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new WrongUse(`${path} cannot be written (${String((error as NodeJS.ErrnoException).code)})`, { cause: error });
  }
}

const OPTIONS = { 'fail-on': { type: 'string', default: 'high' }, 'html': { type: 'string' }, 'insecure': { type: 'boolean' }, 'json': { type: 'boolean' } } as const;

/** `audit`: what a Jitsi server does to privacy. */
export const audit: Command = {
  summary: 'what a Jitsi server does to privacy, from what it sends or from its configuration',
  usage: 'audit <https://host, or config.js interface_config.js …> [--html report.html] [--fail-on info, low, medium, high] [--insecure] [--json]',
  examples: ['npx jitsi-gate audit https://meet.example.eu', 'npx jitsi-gate audit config.js interface_config.js --html report.html'],
  async run(args, io) {
    const { values: { html, insecure = false, json, 'fail-on': failOn }, words } = readArgs(args, OPTIONS);
    const worst = SEVERITIES.indexOf(oneOfWords('fail-on', failOn, SEVERITIES));
    const [first, ...more] = words;
    if (first === undefined) throw new WrongUse('name a server (https://…), or the files of its configuration');
    if (isAddress(first) && more.length > 0) throw new WrongUse('name one server');
    const report = isAddress(first) ? await fromServer(first, insecure, io) : auditSettings(words.map((path) => ({ name: path, text: readText(path) })));
    if ('problem' in report) {
      io.err(`${first}: ${report.problem}\n`);
      return EXIT.unreachable;
    }
    if (html !== undefined) write(html, reportHtml(report));
    io.out(json ? `${JSON.stringify(report, (_key, value: unknown) => (value === Number.POSITIVE_INFINITY ? null : value), 2)}\n` : reportText(report, severityPaint(io)));
    return report.findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= worst) ? EXIT.found : EXIT.fine;
  },
};
