import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../audit/ask.js';
import { SEVERITIES } from '../desk/advice.js';
import { deskSettings } from '../desk/policy.js';
import { addServices } from '../facts/software/services.js';
import { type EarlyRequest, earlyRequests, findBrowser } from '../scan/browser.js';
import { harmless } from '../lib/harmless.js';
import { allowedBy, crawl } from '../scan/crawl.js';
import { fixHtml } from '../scan/fix.js';
import { type MeetingHosts, meetingHosts } from '../scan/meeting-hosts.js';
import { type FileFinding, sarif } from '../scan/sarif.js';
import { KINDS, scanFile } from '../scan/scan-file.js';
import { type Skipped, filesIn } from '../scan/walk.js';
import { type Command, EXIT, type Io, WrongUse } from './command.js';
import { loadConfig, usableConfig } from './load-config.js';
import { oneOfWords, readArgs } from './read-input.js';
import { severityPaint } from './severity-paint.js';
import { writeText } from './write-text.js';

/** Between two pages of a site, in milliseconds: a visitor is slower. */
const PAUSE = 200;

/** How long a page may take, in milliseconds. */
const LONGEST = 20_000;

interface Scanned {
  readonly findings: readonly FileFinding[];
  readonly skipped: readonly Skipped[];
  /** How many files or pages were read. */
  readonly read: number;
  /** What a browser saw besides, where one was asked for. */
  readonly requests?: readonly EarlyRequest[];
}

/** Scans a folder; mends plain HTML where that is wanted, and tells what is left. */
function scanFolder(folder: string, hosts: MeetingHosts, { isFixing, io }: { isFixing: boolean; io: Io }): Scanned {
  const { files, skipped } = filesIn(folder);
  const findings = files.flatMap(({ file, path, text }) => {
    const found = scanFile(file, text, hosts);
    const isPlain = /\.x?html?$/i.test(file);
    const fixed = isFixing && isPlain ? fixHtml(text, found, hosts) : text;
    if (fixed === text) return found.map((one): FileFinding => Object.assign(one, { file }));
    writeText(path, fixed);
    io.err(`mended: ${harmless(file)}\n`);
    return scanFile(file, fixed, hosts).map((one): FileFinding => Object.assign(one, { file }));
  });
  return { findings, skipped, read: files.length };
}

/** Scans the pages of a site, its own origin alone. */
async function scanSite(start: URL, hosts: MeetingHosts, { pages, browser, io }: { pages: number; browser: string | undefined; io: Io }): Promise<Scanned | undefined> {
  const asking = { isInsecure: false } as const;
  const get = (url: URL) => ask(url, { ...asking, signal: AbortSignal.timeout(LONGEST) });
  const first = await get(start);
  if ('problem' in first) {
    io.err(`${start.href}: ${first.problem}\n`);
    return undefined;
  }
  const robots = await get(new URL('/robots.txt', start));
  const findings: FileFinding[] = [];
  let read = 0;
  const fetchPage = async (url: URL): Promise<string | undefined> => {
    if (read > 0) await pause(PAUSE);
    const answer = read === 0 ? first : await get(url);
    read += 1;
    return 'problem' in answer || answer.status !== 200 || !/html/.test(answer.headers['content-type'] ?? '') ? undefined : answer.body;
  };
  const isAllowed = 'problem' in robots || robots.status !== 200 ? () => true : allowedBy(robots.body);
  const onPage = (url: URL): void => void (io.isTerminal && io.err(`${read + 1}: ${harmless(url.pathname)}\n`));
  const opened: string[] = [];
  for await (const { url, html } of crawl(start, { pages, fetchPage, isAllowed, onPage })) {
    opened.push(url);
    findings.push(...scanFile('page.html', html, hosts).map((one): FileFinding => Object.assign(one, { file: url })));
  }
  if (browser === undefined) return { findings, skipped: [], read };
  return { findings, skipped: [], read, requests: await earlyRequests(browser, opened, (url) => hosts.hostOf(url) !== undefined) };
}

function print({ findings, skipped, read, requests = [] }: Scanned, io: Io): void {
  const paint = severityPaint(io);
  for (const { file, line, column, severity, kind, host, instead } of findings) {
    io.out(`${paint(severity)} ${harmless(`${file}:${line}:${column}`)}: ${KINDS[kind]}${host === undefined ? '' : ` (${harmless(host)})`}\n    instead: ${harmless(instead)}\n`);
  }
  for (const { page, url, type } of requests) io.out(`${paint('high')} ${harmless(page)}: asks for ${harmless(url.replace(/[?#].*/, ''))} before any choice (${type}, stopped)\n`);
  for (const { file, why } of skipped) io.out(`not read: ${harmless(file)}: ${why}\n`);
  io.out(`${findings.length} found in ${read} ${read === 1 ? 'file' : 'files'}\n`);
}

const OPTIONS = { 'browser': { type: 'boolean' }, 'config': { type: 'string' }, 'fail-on': { type: 'string', default: 'high' }, 'fix': { type: 'boolean' }, 'json': { type: 'boolean' }, 'pages': { type: 'string', default: '200' }, 'sarif': { type: 'string' } } as const;

/** Which hosts are meeting servers for this site. */
function hostsOf(config: string | undefined): MeetingHosts {
  addServices();
  return meetingHosts(config === undefined ? undefined : deskSettings(usableConfig(config, loadConfig(config))));
}

/** What is to be scanned, and how. */
interface Wanted {
  readonly target: string;
  readonly isSite: boolean;
  readonly pages: number;
  /** The program of the browser, where pages are to be opened in one. */
  readonly browser: string | undefined;
}

/** An installed browser. @throws WrongUse */
function browserOf(): string {
  const found = findBrowser();
  if (found === undefined) throw new WrongUse('--browser: neither Chromium, Chrome nor Edge was found; PLAYWRIGHT_CHROMIUM names one');
  return found;
}

/** The options of a scan that depend on what is scanned. */
interface Given {
  readonly browser?: boolean | undefined;
  readonly config?: string | undefined;
  readonly fix?: boolean | undefined;
  readonly pages: string;
}

/** What is wrong with the options for a site, or for a folder; undefined where nothing is. */
function misuse(isSite: boolean, { browser, config, fix }: Given): string | undefined {
  if (browser && !isSite) return '--browser opens pages of a site; name its address';
  if (fix && isSite) return '--fix mends files; name a folder';
  return fix && config === undefined ? '--fix needs --config: a placeholder names a declared server' : undefined;
}

/** What the words and options of a scan mean. @throws WrongUse */
function wantedOf([target, more]: readonly string[], given: Given): Wanted {
  if (target === undefined || more !== undefined) throw new WrongUse('name one folder, or one site (https://…)');
  const pages = Number(given.pages);
  if (!Number.isInteger(pages) || pages < 1) throw new WrongUse(`--pages: expected a number from 1, found ${given.pages}`);
  const isSite = /^https?:\/\//i.test(target);
  const wrong = misuse(isSite, given);
  if (wrong !== undefined) throw new WrongUse(wrong);
  const isThere = isSite ? URL.canParse(target) : statSync(target, { throwIfNoEntry: false })?.isDirectory();
  if (!isThere) throw new WrongUse(`${target}: expected a folder, or an address`);
  return { target, isSite, pages, browser: given.browser ? browserOf() : undefined };
}

/** `scan`: what goes past a gate, in the files of a site or on its pages. */
export const scan: Command = {
  summary: 'embeds, scripts and hints that go past a gate, in the files of a site or on its pages',
  usage: 'scan <folder or https://site> [--config jitsi-gate.config.json] [--fix] [--browser] [--pages 200] [--sarif report.sarif] [--fail-on info, low, medium, high] [--json]',
  examples: ['npx jitsi-gate scan public', 'npx jitsi-gate scan public --config jitsi-gate.config.json --fix', 'npx jitsi-gate scan https://www.example.eu --pages 50'],
  async run(args, io) {
    const { values, words } = readArgs(args, OPTIONS);
    const worst = SEVERITIES.indexOf(oneOfWords('fail-on', values['fail-on'], SEVERITIES));
    const { target, isSite, pages, browser } = wantedOf(words, values);
    const hosts = hostsOf(values.config);
    const scanned = isSite ? await scanSite(new URL(target), hosts, { pages, browser, io }) : scanFolder(target, hosts, { isFixing: values.fix ?? false, io });
    if (!scanned) return EXIT.unreachable;
    if (values.sarif !== undefined) writeText(values.sarif, `${JSON.stringify(sarif(scanned.findings), null, 2)}\n`);
    if (values.json) io.out(`${JSON.stringify(scanned, null, 2)}\n`);
    else print(scanned, io);
    return scanned.requests?.length || scanned.findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= worst) ? EXIT.found : EXIT.fine;
  },
};
