import { type Answer, type Ask, type NoAnswer, ask, isLoopback } from '../audit/ask.js';
import { auditServer } from '../audit/audit-server.js';
import { type Report, auditSettings, sorted } from '../audit/audit-settings.js';
import { CHECKLIST, auditFiles, isFolder } from '../audit/files/audit-files.js';
import { reportHtml, reportText } from '../audit/report.js';
import { SEVERITIES } from '../desk/advice.js';
import { type Command, EXIT, type Io, WrongUse } from './command.js';
import { oneOfWords, readArgs, readText } from './read-input.js';
import { severityPaint } from './severity-paint.js';
import { writeText } from './write-text.js';

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

/** The report on what the words name: a server, or files. */
async function reportsOf(words: readonly string[], { isInsecure, io }: { isInsecure: boolean; io: Io }): Promise<(Report | NoAnswer)[]> {
  const [first, ...more] = words;
  if (first === undefined) return [];
  if (isAddress(first) && more.length > 0) throw new WrongUse('name one server');
  return [isAddress(first) ? await fromServer(first, isInsecure, io) : auditSettings(words.map((path) => ({ name: path, text: readText(path) })))];
}

/** The report on the files of a server. @throws WrongUse */
function fromFolder(path: string): Report {
  if (!isFolder(path)) throw new WrongUse(`--files: ${path} is no folder`);
  return auditFiles(path);
}

/** Several reports on one server as one; what the first one knows of it counts. */
function joined(reports: readonly Report[]): Report {
  const [first] = reports as [Report];
  const operator = Object.assign({}, ...reports.map((report) => report.operator).toReversed()) as Report['operator'];
  return { ...first, findings: sorted(reports.flatMap(({ findings }) => findings)), checked: reports.flatMap(({ checked }) => checked), operator };
}

const OPTIONS = { 'fail-on': { type: 'string', default: 'high' }, 'files': { type: 'string' }, 'html': { type: 'string' }, 'insecure': { type: 'boolean' }, 'json': { type: 'boolean' } } as const;

/** `audit`: what a Jitsi server does to privacy. */
export const audit: Command = {
  summary: 'what a Jitsi server does to privacy, from what it sends or from its configuration',
  usage: 'audit <https://host, or config.js interface_config.js …> [--files /etc] [--html report.html] [--fail-on info, low, medium, high] [--insecure] [--json]',
  examples: ['npx jitsi-gate audit https://meet.example.eu', 'npx jitsi-gate audit config.js interface_config.js --html report.html', 'npx jitsi-gate audit --files /etc'],
  async run(args, io) {
    const { values: { html, files, insecure = false, json, 'fail-on': failOn }, words } = readArgs(args, OPTIONS);
    const worst = SEVERITIES.indexOf(oneOfWords('fail-on', failOn, SEVERITIES));
    const reports = [...await reportsOf(words, { isInsecure: insecure, io }), ...files === undefined ? [] : [fromFolder(files)]];
    if (reports.length === 0) throw new WrongUse('name a server (https://…), the files of its configuration, or --files /etc');
    const failed = reports.find((report) => 'problem' in report);
    if (failed && 'problem' in failed) {
      io.err(`${String(words[0])}: ${failed.problem}\n`);
      return EXIT.unreachable;
    }
    const all = joined(reports as Report[]);
    const report = files === undefined ? { ...all, checked: [...all.checked, ...CHECKLIST] } : all;
    if (html !== undefined) writeText(html, reportHtml(report));
    io.out(json ? `${JSON.stringify(report, (_key, value: unknown) => (value === Number.POSITIVE_INFINITY ? null : value), 2)}\n` : reportText(report, severityPaint(io)));
    return report.findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= worst) ? EXIT.found : EXIT.fine;
  },
};
