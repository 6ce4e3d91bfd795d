import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/main.js';
import type { FileFinding } from '../../src/scan/sarif.js';
import { clinic } from '../support/sample-config.js';

let folder = '';
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-scan-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  })));
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runCommandLine(['scan', ...args], { out: (text) => void (said.out += text), err: (text) => void (said.err += text), isTerminal: false });
  return { code, ...said };
}

const write = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const FRAME = '<iframe src="https://meet.example.eu/room"></iframe>';
const CONFIG = JSON.stringify({ privacyUrl: '/p', operators: { clinic: { ...clinic, domain: 'meet.example.eu' } } });

describe('scan of a folder', () => {
  it('tells each finding with its file, line and column, and what to put instead; ends with 1', async () => {
    write('site/a/page.html', `<p>\n${FRAME}`);
    write('site/b.md', '<iframe src="https://meet.jit.si/x"></iframe>');
    write('site/node_modules/x/index.html', FRAME);
    write('site/.git/x.html', FRAME);
    const { code, out } = await run(join(folder, 'site'), '--config', write('c.json', CONFIG));
    expect(code).toBe(1);
    expect(out).toBe(`high b.md:1:9: a frame loads a meeting before any choice (meet.jit.si)
    instead: <iframe data-jitsi-src="https://meet.jit.si/x"></iframe>
high ${join('a', 'page.html')}:2:9: a frame loads a meeting before any choice (meet.example.eu)
    instead: <iframe data-jitsi-src="https://meet.example.eu/room"></iframe>
2 found in 2 files
`);
  });

  it('is fine where nothing is found, and --fail-on says what counts', async () => {
    write('site/page.html', '<link rel="preconnect" href="https://meet.jit.si">');
    expect((await run(join(folder, 'site'))).code).toBe(0);
    expect((await run(join(folder, 'site'), '--fail-on', 'medium')).code).toBe(1);
    write('site/page.html', '<p>');
    expect(await run(join(folder, 'site'))).toEqual({ code: 0, out: '0 found in 1 file\n', err: '' });
  });

  it('names and skips what is no text, cannot be read or is enormous, and follows no link in circles', async () => {
    write('site/binary.html', Buffer.from([60, 0, 1, 2]));
    write('site/huge.html', ' '.repeat(2_000_001));
    mkdirSync(join(folder, 'site/sub'));
    symlinkSync('..', join(folder, 'site/sub/up'));
    chmodSync(write('site/secret.html', FRAME), 0o000);
    const { code, out } = await run(join(folder, 'site'));
    expect(out).toContain('not read: binary.html: not a text\n');
    expect(out).toContain('not read: huge.html: larger than 2000000 bytes\n');
    // Who may read everything finds it; nobody else is told more than its name.
    expect(out).toMatch(/not read: secret\.html: cannot be read|high secret\.html:1:9|^0 found/m);
    expect([0, 1]).toContain(code);
  });

  it('writes SARIF for code scanning, and JSON', async () => {
    write('site/page.html', FRAME);
    await run(join(folder, 'site'), '--config', write('c.json', CONFIG), '--sarif', join(folder, 'report.sarif'));
    const report = JSON.parse(readFileSync(join(folder, 'report.sarif'), 'utf8')) as { version: string; runs: { results: unknown[] }[] };
    expect([report.version, report.runs[0]?.results]).toEqual(['2.1.0', [expect.objectContaining({ ruleId: 'frame', level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'page.html' }, region: { startLine: 1, startColumn: 9 } } }] })]]);
    expect((JSON.parse((await run(join(folder, 'site'), '--json', '--config', join(folder, 'c.json'))).out) as { findings: FileFinding[] }).findings).toMatchObject([{ file: 'page.html', kind: 'frame' }]);
  });

  it('mends plain HTML alone, and says which files', async () => {
    const page = write('site/page.html', `<p>\r\n${FRAME}\r\n`);
    const other = write('site/page.php', FRAME);
    const config = write('c.json', CONFIG);
    expect(await run(join(folder, 'site'), '--config', config, '--fix')).toMatchObject({ code: 1, err: 'mended: page.html\n' });
    expect(readFileSync(page, 'utf8')).toBe(`<p>\r\n${FRAME.replace('src', 'data-jitsi-src')}\r\n`);
    expect(readFileSync(other, 'utf8')).toBe(FRAME);
  });

  it('keeps hostile names as text', async () => {
    write('site/a\u001b[31m.html', '<iframe src="https://meet.jit.si/\u202ex"></iframe>');
    const { out } = await run(join(folder, 'site'));
    for (const sign of ['\u001b', '\u202e']) expect(out).not.toContain(sign);
  });

  it.each([
    [['nowhere'], 'expected a folder, or an address'],
    [[], 'name one folder'],
    [['.', '--fix'], '--fix needs --config'],
    [['https://www.example.eu', '--fix'], '--fix mends files'],
    [['.', '--browser'], '--browser opens pages of a site'],
    [['.', '--pages', '0'], '--pages: expected a number from 1'],
    [['.', '--config', 'none.json'], 'there is no such file'],
  ])('wrong use: %j', async (args, message) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('scan of a site', () => {
  async function start(pages: Readonly<Record<string, string>>): Promise<{ origin: string; asked: string[] }> {
    const asked: string[] = [];
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const path = request.url ?? '/';
      asked.push(path);
      const page = pages[path];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': path.endsWith('.txt') ? 'text/plain' : 'text/html' }).end(page);
    });
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  it('reads pages of its own origin, as far as robots.txt lets it, and each once', async () => {
    const { origin, asked } = await start({
      '/': '<a href="/two">2</a><a href="/private/x">p</a><a href="https://elsewhere.example/">e</a><a href="/two#part">again</a><a href="/file.pdf">f</a>',
      '/two': `<a href="/">back</a>\n${FRAME.replace('meet.example.eu', 'meet.jit.si')}`,
      '/robots.txt': 'User-agent: *\nDisallow: /private/',
    });
    const { code, out } = await run(origin);
    expect([code, out]).toEqual([1, expect.stringContaining(`high ${origin}/two:2:9: a frame loads a meeting`)]);
    expect(asked.toSorted()).toEqual(['/', '/robots.txt', '/two']);
  });

  it('reads no more than --pages', async () => {
    const { origin, asked } = await start(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [index === 0 ? '/' : `/${index}`, `<a href="/${index + 1}">next</a>`])));
    expect((await run(origin, '--pages', '3')).out).toContain('0 found in 3 files');
    expect(asked.filter((path) => path !== '/robots.txt')).toEqual(['/', '/1', '/2']);
  });

  it('says why it cannot be reached', async () => {
    expect(await run('https://nowhere.invalid')).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/no such host|cannot be looked up/) });
  });
});
