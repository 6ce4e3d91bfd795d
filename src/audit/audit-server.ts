import { randomUUID } from 'node:crypto';
import { type Element, elementsOf, textIn } from '../scan/elements.js';
import type { Answer, Ask, NoAnswer } from './ask.js';
import { type Report, auditOutcome, sorted } from './audit-settings.js';
import { buildIn, releaseOf } from './builds.js';
import type { Checked, Finding } from './finding.js';
import { checkedHeaders, judgeFraming, judgeHeaders } from './headers.js';
import { type Outcome, type Script, runScripts, settingAt } from './script/run-scripts.js';
import { hostIn, registrable } from './subject.js';

const isHtml = ({ headers, body }: Answer): boolean => /html/.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype|html)/i.test(body);
/** Why an answer is of no use. */
const whyNot = (answer: Answer | NoAnswer): string => ('problem' in answer ? answer.problem : `it answers with ${answer.status}`);

const isThere = (answer: Answer | NoAnswer): answer is Answer => !('problem' in answer) && answer.status === 200;

const attribute = ({ attrs }: Element, wanted: string): string | undefined => attrs.find(({ name }) => name === wanted)?.value;

/** The scripts that stand in a page, in their order; those of other files are not among them. */
function inlineScripts(html: string): Script[] {
  const scripts = elementsOf(html).filter((element) => element.tagName === 'script' && attribute(element, 'src') === undefined && !/json|template|module/.test(attribute(element, 'type') ?? ''));
  return scripts.map((element) => ({ name: `page:${element.sourceCodeLocation?.startLine ?? 1}`, text: textIn(element) }));
}

const hasConfig = (scripts: readonly Script[]): boolean => scripts.some(({ text }) => /\bconfig\s*(?:=|\.)/.test(text));

/** Other hosts that a page itself names, so that every visitor asks them. Stock pages name none. */
function foreignHosts(html: string, host: string): string[] {
  const addresses = elementsOf(html).flatMap((element) => ['src', 'href', 'data'].flatMap((name) => (element.tagName === 'a' ? [] : attribute(element, name) ?? [])));
  const hosts = addresses.flatMap((address) => hostIn(address) ?? []);
  return [...new Set(hosts)].filter((one) => registrable(one) !== registrable(host));
}

const pageHosts = (html: string, host: string): Finding[] => foreignHosts(html, host).map((one) => ({
  severity: 'medium', certainty: 'certain', setting: 'index.html', found: one, problem: 'the page itself loads from another host, also where nobody joins', hosts: [one], remedy: 'put it on your own server, or take it out of plugin.head.html, title.html and the like',
}));

/** What stands behind a name of which stock servers say nothing. */
const EXPOSED = ['/colibri/stats', '/debug', '/metrics', '/about/version', '/stats', '/debug/conferences', '/rooms', '/room-census'];

/** Whether an answer is one of a machine, and not the start page that stock servers send for every name. */
const isMachines = (answer: Answer | NoAnswer): boolean => isThere(answer) && !isHtml(answer) && (/json|openmetrics/.test(answer.headers['content-type'] ?? '') || /^\s*[{[]|^# (?:HELP|TYPE) /.test(answer.body));

async function exposed(base: URL, ask: Ask): Promise<{ findings: Finding[]; checked: Checked[] }> {
  const nothing = await ask(new URL(`/${randomUUID()}`, base));
  // A server that answers any name like this tells nothing by it.
  if (isMachines(nothing)) return { findings: [], checked: EXPOSED.map((what) => ({ what, result: undefined, why: 'the server answers every name alike' })) };
  const answers = await Promise.all(EXPOSED.map(async (path) => ({ path, isOpen: isMachines(await ask(new URL(path, base))) })));
  const findings = answers.filter(({ isOpen }) => isOpen).map(({ path }): Finding => ({
    severity: /stats|debug|rooms|census/.test(path) ? 'high' : 'medium', certainty: 'certain', setting: path, found: 'answers to everybody', problem: 'it tells about conferences or the server’s insides', hosts: [], remedy: 'let nginx refuse it, and bind it to 127.0.0.1',
  }));
  return { findings, checked: answers.map(({ path, isOpen }) => ({ what: path, result: isOpen ? 'found' : 'fine' })) };
}

/** Whether a page can pin the script, and whether it is there at all. */
async function script(base: URL, ask: Ask): Promise<{ findings: Finding[]; checked: Checked[] }> {
  const [plain, pinned] = await Promise.all(['/external_api.js', '/libs/external_api.min.js'].map((path) => ask(new URL(path, base))));
  const isScript = plain !== undefined && isThere(plain) && !isHtml(plain);
  const canPin = pinned !== undefined && isThere(pinned) && pinned.headers['access-control-allow-origin'] === '*';
  return {
    findings: isScript ? [] : [{ severity: 'high', certainty: 'certain', setting: '/external_api.js', found: 'not there', problem: 'pages cannot embed a meeting by the script (mode: frame works)', hosts: [], remedy: 'serve the files of Jitsi Meet' }],
    checked: [{ what: '/external_api.js', result: isScript ? 'fine' : 'found' }, { what: '/libs/external_api.min.js (integrity)', ...canPin ? { result: 'fine' } : { result: undefined, why: 'other sites may not read it, so its hash cannot be checked' } }],
  };
}

async function robots(base: URL, ask: Ask): Promise<Finding[]> {
  const answer = await ask(new URL('/robots.txt', base));
  const isThereText = isThere(answer) && !isHtml(answer) && /^\s*disallow:\s*\//im.test(answer.body);
  return isThereText ? [] : [{ severity: 'low', certainty: 'certain', setting: '/robots.txt', found: 'no Disallow: /', problem: 'search engines may list rooms', hosts: [], remedy: 'serve the robots.txt of Jitsi Meet: Allow: /$ and Disallow: /' }];
}

/** The scripts of the configuration: those in the page, which run; else the files, a second source. */
async function scriptsOf(base: URL, page: Answer, ask: Ask): Promise<{ scripts: Script[]; findings: Finding[] }> {
  const inline = inlineScripts(page.body);
  if (hasConfig(inline)) return { scripts: inline, findings: [] };
  const answers = await Promise.all(['/config.js', '/interface_config.js'].map((path) => ask(new URL(path, base))));
  const files = answers.filter(isThere);
  const moved = files.find(({ body }) => /<script[^>]+src=["']https:\/\/8x8\.vc\//.test(body));
  if (moved) return { scripts: [], findings: [{ severity: 'high', certainty: 'certain', setting: '/config.js', found: '8x8.vc', problem: 'the server behind this page is JaaS of 8x8, Inc.', hosts: ['8x8.vc'], country: 'US', remedy: 'name 8x8, Inc. as operator (domain 8x8.vc), or run the server yourself' }] };
  return { scripts: files.filter((answer) => !isHtml(answer)).map(({ url, body }) => ({ name: url.pathname.slice(1), text: body })), findings: [] };
}

/** Looks that a server fetches when a meeting is loaded may name other hosts, and settings besides. */
async function branding(base: URL, { config }: Outcome, ask: Ask): Promise<{ findings: Finding[]; checked: Checked[] }> {
  const { values: [address] } = settingAt(config, 'dynamicBrandingUrl');
  if (typeof address !== 'string' || address === '' || !URL.canParse(address, base)) return { findings: [], checked: [] };
  const url = new URL(address, base);
  // Another host is told by the setting's own row, and never asked.
  if (url.host !== base.host) return { findings: [], checked: [] };
  const answer = await ask(url);
  if (!isThere(answer)) return { findings: [], checked: [{ what: url.pathname, result: undefined, why: whyNot(answer) }] };
  const hosts = [...new Set([...answer.body.matchAll(/"((?:https?:)?\/\/[^"\\]{1,2000})"/g)].flatMap(([, text = '']) => hostIn(text) ?? []))].filter((host) => registrable(host) !== registrable(base.hostname));
  return {
    findings: hosts.map((host) => ({ severity: 'medium', certainty: 'certain', setting: `dynamicBrandingUrl (${url.pathname})`, found: host, problem: 'looks that every meeting fetches name another host', hosts: [host], remedy: 'put pictures and services on your own server' })),
    checked: [{ what: url.pathname, result: hosts.length > 0 ? 'found' : 'fine' }],
  };
}

/** A page that shows the directives of the web server is broken, and its settings are not those that count. */
const hasRawIncludes = (html: string): boolean => /<!--#\s*(?:include|echo)\b/.test(html);

const cut = ({ isCut }: Answer): Finding[] => (isCut ? [{ severity: 'medium', certainty: 'certain', setting: 'index.html', found: 'longer than 1 MB', problem: 'what follows was not judged', hosts: [], remedy: 'look at what makes the page so long' }] : []);

/** More elements than any start page has: a parser takes longer for each the deeper it stands. */
const MOST_ELEMENTS = 20_000;

/** Audits a server by what it sends to everybody. Nothing is posted, and no other host is asked. */
export async function auditServer(base: URL, ask: Ask): Promise<Report | NoAnswer> {
  const page = await ask(new URL('/', base));
  if ('problem' in page) return page;
  if (page.status !== 200) return { problem: `it answers with ${page.status}` };
  if (!isHtml(page)) return { problem: 'it sends no page' };
  if ((page.body.match(/<\w/g) ?? []).length > MOST_ELEMENTS) return { problem: `its page has more than ${MOST_ELEMENTS} elements` };
  const release = releaseOf(buildIn(page.body));
  const headers = [...judgeHeaders(page.headers), ...judgeFraming(page.headers)];
  if (hasRawIncludes(page.body)) {
    const broken: Finding = { severity: 'high', certainty: 'certain', setting: 'index.html', found: 'directives of the web server (SSI)', problem: 'the server does not resolve its includes, so the page is broken', hosts: [], remedy: 'switch ssi on for this location' };
    return { host: base.hostname, release, findings: sorted([broken, ...headers]), checked: [{ what: 'the configuration', result: undefined, why: 'the page is broken' }, ...checkedHeaders(headers)], operator: {} };
  }
  const [{ scripts, findings }, open, api, robot] = await Promise.all([scriptsOf(base, page, ask), exposed(base, ask), script(base, ask), robots(base, ask)]);
  const outcome = runScripts(scripts);
  const settings = auditOutcome(outcome, { host: base.hostname, release });
  const looks = await branding(base, outcome, ask);
  return {
    ...settings,
    host: base.hostname,
    findings: sorted([...findings, ...cut(page), ...settings.findings, ...pageHosts(page.body, base.hostname), ...looks.findings, ...headers, ...open.findings, ...api.findings, ...robot]),
    checked: [...settings.checked, ...looks.checked, ...checkedHeaders(headers), ...open.checked, ...api.checked, { what: '/robots.txt', result: robot.length > 0 ? 'found' : 'fine' }],
  };
}
