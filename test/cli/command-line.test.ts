import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, runCommandLine } from '../../src/cli/main.js';
import { QUESTIONS } from '../../src/desk/screening-questions.js';
import { readRepoFile } from '../support/repo-files.js';
import { clinic } from '../support/sample-config.js';

const start = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-cli-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command; a person answers where there are answers. */
async function run(args: readonly string[], answers?: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const code = await runCommandLine(args, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    isTerminal: false,
    ask: answers && (async () => answers.shift() ?? ''),
  });
  return { code, ...said };
}

const write = (name: string, content: unknown): string => {
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

const CONFIG = { operators: { clinic }, privacyUrl: '/privacy' };
const PAGE = (body: string, attributes = 'data-domain="meet.example.eu" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy"', head = ''): string => `<!doctype html>
<html lang="en"><head><title>Meeting</title>${head}<script defer src="/assets/jitsi-gate.js" ${attributes}></script></head>
<body>
${body}
</body></html>`;

describe('the command', () => {
  it('lists its commands, and helps with each, with examples', async () => {
    for (const args of [[], ['--help'], ['help']]) {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      for (const name of Object.keys(COMMANDS)) expect(out).toContain(`\n  ${name} `);
    }
    for (const name of Object.keys(COMMANDS)) {
      const { code, out } = await run([name, '--help']);
      expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`npx jitsi-gate ${name}[^]*Examples:\n  npx jitsi-gate ${name}`))]);
    }
    expect((await run(['--version'])).out).toBe(`${(JSON.parse(readRepoFile('package.json')) as { version: string }).version}\n`);
  });

  it.each([
    [['fly'], 'fly: no such command. There are init, check, notice, headers, dpia, audit, scan.'],
    [['constructor'], 'constructor: no such command.'],
    [['check'], 'name one file'],
    [['check', 'a.json', 'b.json'], 'name one file'],
    [['check', 'none.json'], 'none.json: there is no such file'],
    [['check', '.'], '.: it is a folder'],
    [['check', 'none.json', '--loud'], "Unknown option '--loud'"],
    [['check', 'none.json', '--fail-on', 'all'], '--fail-on: expected info, low, medium, high, found all'],
    [['headers', 'none.json', '--format', 'iis'], '--format: expected plain, nginx, apache, caddy, netlify, meta, found iis'],
    [['dpia', 'a', 'b'], 'name one file of answers'],
    [['init', 'now'], 'now: write names and values'],
  ])('says what is wrong with %j, and ends with 2', async (args, message) => {
    const { code, err, out } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it.each([
    ['{\n  "a": 1,\n  oops\n}', '3:3'],
    ['{"a": 1', '1:8'],
    ['{"a": 1,}', '1:9'],
    ['{"a": 1 "b": 2}', '1:9'],
    ['// mine\n{}', '1:1'],
    ['{}\n{}', '2:1'],
    ['', '1:1'],
    ['not json', '1:1'],
  ])('names the place at which %j is no JSON', async (text, place) => {
    const { code, err } = await run(['check', write('bad.json', text)]);
    expect(code).toBe(2);
    expect(err).toContain(`bad.json:${place}: no JSON: `);
  });

  it('reads a file that begins with a byte order mark', async () => {
    expect((await run(['check', write('bom.json', `\uFEFF${JSON.stringify(CONFIG)}`)])).code).toBe(0);
  });
});

describe('init', () => {
  const FLAGS = ['--domain', 'meet.example.eu', '--operator', 'Example "GmbH"', '--country', 'DE', '--privacy-url', '/privacy#meetings'];

  it('writes a configuration that can be used, prints the markup, and never writes over another one', async () => {
    const { code, out } = await run(['init', ...FLAGS, '--site', 'Practice']);
    expect(code).toBe(0);
    expect(out).toContain('<script defer src="/assets/jitsi-gate.js" data-config="/jitsi-gate.config.json"></script>');
    const text = readFileSync('jitsi-gate.config.json', 'utf8');
    expect(JSON.parse(text)).toEqual({ site: 'Practice', privacyUrl: '/privacy#meetings', operators: { 'meet.example.eu': { domain: 'meet.example.eu', name: 'Example "GmbH"', country: 'DE' } } });
    expect((await run(['check', 'jitsi-gate.config.json'])).code).toBe(0);
    write('jitsi-gate.config.json', 'mine');
    const again = await run(['init', ...FLAGS]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already, and was left as it is; --force writes over it')]);
    expect(readFileSync('jitsi-gate.config.json', 'utf8')).toBe('mine');
    expect((await run(['init', ...FLAGS, '--force', '--json'])).out).toContain('"markup"');
    expect(readFileSync('jitsi-gate.config.json', 'utf8')).toContain('Example');
  });

  it('without a person names what is missing; who runs a built-in server is known', async () => {
    expect(await run(['init', '--domain', 'meet.example.eu'])).toEqual({ code: 2, out: '', err: 'missing: --operator, --country, --privacy-url\n' });
    expect(await run(['init', '--domain', 'meet.jit.si'])).toEqual({ code: 2, out: '', err: 'missing: --privacy-url\n' });
    expect(existsSync('jitsi-gate.config.json')).toBe(false);
  });

  it('asks a person for what is missing, and for the site, which may stay open', async () => {
    expect((await run(['init', '--country', 'FR'], ['meet.example.eu', ' Association ', '/confidentialite', ''])).code).toBe(0);
    expect(JSON.parse(readFileSync('jitsi-gate.config.json', 'utf8'))).toEqual({ privacyUrl: '/confidentialite', operators: { 'meet.example.eu': { domain: 'meet.example.eu', name: 'Association', country: 'FR' } } });
  });

  it('writes nothing that could not be used', async () => {
    const { code, err } = await run(['init', ...FLAGS.with(1, 'https://meet.example.eu/')]);
    expect([code, err]).toEqual([2, expect.stringContaining('.domain: expected a host')]);
    expect(existsSync('jitsi-gate.config.json')).toBe(false);
  });

  it('says so where the folder cannot be written', async () => {
    // An administrator may write anywhere, so a folder of that name stands in the way.
    const { mkdirSync } = await import('node:fs');
    mkdirSync('jitsi-gate.config.json');
    expect(await run(['init', ...FLAGS, '--force'])).toMatchObject({ code: 2, err: expect.stringContaining('jitsi-gate.config.json cannot be written (EISDIR)') });
    chmodSync(folder, 0o755);
  });
});

describe('check', () => {
  it('tells what is weak with path and remedy, and ends with 0 below --fail-on', async () => {
    const { code, out } = await run(['check', write('c.json', CONFIG)]);
    expect(code).toBe(0);
    expect(out).toMatch(/^low site: visitors read the page's host[^\n]*\n {4}name the controller$/m);
    expect(out).toMatch(/\n\d+ found: 0 high, 0 medium, \d+ low, \d+ info\n$/);
    expect(out).not.toContain('\u001b');
    expect((await run(['check', 'c.json', '--fail-on', 'low'])).code).toBe(1);
    expect((await run(['check', 'c.json', '--fail-on', 'medium'])).code).toBe(0);
  });

  it('tells everything that is wrong, and ends with 1', async () => {
    const { code, out } = await run(['check', write('c.json', { ...CONFIG, lang: '!', maxAgeDays: 900 }), '--json']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { path: string; severity: string }[]).map(({ path, severity }) => `${severity} ${path}`).toSorted()).toEqual(['high lang', 'high maxAgeDays']);
  });

  it('reads a page: its script tag, its block, its placeholders, and what goes past the gate', async () => {
    const body = `<div data-jitsi-room="secret-room-x8k2pq9z"></div>
<div data-jitsi-room="a#config.x=1"></div>
<div data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-colour="red"></div>
<jitsi-gate room="secret-room-x8k2pq9z" operator="nobody"></jitsi-gate>
<iframe data-jitsi-src="https://elsewhere.example/room"></iframe>
<iframe src="https://meet.example.eu/open-room"></iframe>`;
    const { code, out } = await run(['check', write('page.html', PAGE(body)), '--json']);
    expect(code).toBe(1);
    const high = (JSON.parse(out) as { path: string; severity: string; problem: string }[]).filter(({ severity }) => severity === 'high');
    expect(high.map(({ path }) => path)).toEqual(['page.html:5:1', 'page.html:6:1', 'page.html:7:1', 'page.html:8:1', 'page.html:9:9']);
    expect(high[1]?.problem).toContain('data-jitsi-colour');
    expect(high[2]?.problem).toContain('expected a declared operator');
    expect(out).not.toContain('secret-room');
  });

  it('finds the file that data-config names, beside the page or above, and says where there is none', async () => {
    write('jitsi-gate.config.json', CONFIG);
    expect((await run(['check', write('page.html', PAGE('', 'data-config="/jitsi-gate.config.json?v=1"'))])).code).toBe(0);
    expect(await run(['check', write('page.html', PAGE('', 'data-config="/none.json"'))])).toMatchObject({ code: 2, err: expect.stringContaining('data-config names /none.json, which lies in no folder around the page') });
  });

  it.each([
    ['no script and no block', '<p>Hello</p>', 'neither the gate'],
    ['two blocks', PAGE('', '', '<script type="application/json" id="jitsi-gate-config">{}</script><script type="application/json" id="jitsi-gate-config">{}</script>'), 'two JSON blocks'],
    ['a block that is no JSON', PAGE('', '', '<script type="application/json" id="jitsi-gate-config">{</script>'), 'page.html#jitsi-gate-config:1:2: no JSON'],
  ])('cannot read a page with %s', async (_, html, message) => {
    expect(await run(['check', write('page.html', html)])).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('keeps what stands in names as text', async () => {
    const path = write('c.json', { ...CONFIG, operators: { clinic: { ...clinic, name: '\u001b[31m<b>**x**', country: 'US' } } });
    expect((await run(['check', path, '--json'])).out).not.toContain('\u001b');
    expect((await run(['check', path])).out).toContain('data go to \u{FFFD}[31m<b>**x** (US)');
  });
});

describe('notice', () => {
  it('writes the section in the site’s language, or another one, and says what is to complete', async () => {
    const path = write('c.json', { ...CONFIG, lang: 'de', operators: { clinic: { ...clinic, role: undefined } } });
    const { code, out, err } = await run(['notice', path]);
    expect([code, out]).toEqual([0, expect.stringContaining('<section id="jitsi-gate-notice" lang="de" dir="ltr">\n<h2>Video-Meetings</h2>')]);
    expect(err).toMatch(/^\d to complete, marked in the text:\n  Von der Website zu ergänzen: /);
    expect((await run(['notice', path, '--lang', 'he-IL'])).out).toContain('lang="he-IL" dir="rtl"');
    expect((await run(['notice', path, '--lang', 'fr', '--format', 'markdown'])).out).toMatch(/^## \S/);
    expect(JSON.parse((await run(['notice', path, '--json'])).out)).toMatchObject({ lang: 'de', sections: expect.any(Array) as unknown });
  });

  it('knows what other software stores, and speaks a language of the owner’s', async () => {
    const path = write('c.json', { ...CONFIG, messages: { eo: { noticeTitle: 'Kunvenoj' } }, operators: { clinic: { domain: 'talk.example.eu', name: 'Club', country: 'FR', software: 'galene' } } });
    const { out } = await run(['notice', path, '--lang', 'eo']);
    expect(out).toContain('Kunvenoj');
    expect(out).toContain('Galène');
    expect(out).not.toContain('jitsiMeetId');
  });

  it.each([
    [['--lang', 'tlh'], '--lang: expected one of en, ar, bg'],
    [['--lang', '__proto__'], '--lang: expected one of en, ar, bg'],
    [['--format', 'pdf'], '--format: expected html, markdown, found pdf'],
  ])('does not take %j', async (args, message) => {
    expect(await run(['notice', write('c.json', CONFIG), ...args])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('headers', () => {
  it('prints the policies for a server', async () => {
    const { code, out, err } = await run(['headers', write('c.json', CONFIG), '--format', 'nginx']);
    expect(code).toBe(0);
    // A page that has its configuration in that file, as `init` advises, needs more.
    expect(err).toContain('data-config needs connect-src');
    expect(out).toMatch(/^add_header Content-Security-Policy "default-src 'none'; script-src 'self' https:\/\/meet\.example\.eu; [^\n]*" always;\nadd_header Permissions-Policy 'autoplay=[^\n]*' always;\n$/);
  });

  it('adds what a page uses, and merges', async () => {
    write('c.json', CONFIG);
    const page = write('page.html', PAGE('<div data-jitsi-room="r" data-jitsi-poster="/p.svg"></div>', 'data-config="/c.json"'));
    const { out, err } = await run(['headers', 'c.json', '--page', page, '--json']);
    expect(err).toBe('');
    const { contentSecurityPolicy } = JSON.parse(out) as { contentSecurityPolicy: string };
    expect(contentSecurityPolicy).toContain("img-src 'self'; connect-src 'self'");
    expect((await run(['headers', page, '--merge', "default-src 'self'"])).out).toContain("Content-Security-Policy: default-src 'self'; script-src 'self' https://meet.example.eu; frame-src 'self' https://meet.example.eu\n");
    expect((await run(['headers', 'c.json', '--form', 'nonce', '--format', 'meta'])).out).toContain("script-src 'nonce-…'");
  });

  it('gives nothing for a configuration that cannot be used', async () => {
    expect(await run(['headers', write('c.json', { ...CONFIG, lang: '!' })])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('lang: expected auto or a language tag') });
  });
});

describe('dpia', () => {
  it('prints the questions, takes answers, and gives the result', async () => {
    const questions = JSON.parse((await run(['dpia'])).out) as { id: string }[];
    expect(questions.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
    expect(Object.keys(questions[0] ?? {})).toEqual(['id', 'question', 'criteria']);
    const path = write('answers.json', { recorded: true });
    expect((await run(['dpia', path])).out).toContain('Result: **required in most cases**');
    expect(JSON.parse((await run(['dpia', path, '--format', 'json'])).out)).toMatchObject({ result: 'required in most cases', criteria: [3, 4] });
  });

  it('asks and reports in German and French as well', async () => {
    const [question] = JSON.parse((await run(['dpia', '--lang', 'de'])).out) as { question: string }[];
    expect(question?.question).toMatch(/^Werden Menschen/);
    const { out } = await run(['dpia', write('answers.json', { recorded: true }), '--lang', 'fr']);
    expect(out).toContain('Résultat: **requise dans la plupart des cas**');
    expect(await run(['dpia', '--lang', 'it'])).toMatchObject({ code: 2, err: expect.stringContaining('--lang: expected en, de, fr') });
  });

  it.each([
    [[true], 'expected an object of answers'],
    [{ recorded: 'yes' }, 'wrong are "recorded"'],
    [{ recorded: true, unheard: false }, 'wrong are "unheard"'],
  ])('takes no others: %j', async (answers, message) => {
    expect(await run(['dpia', write('answers.json', answers)])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});
