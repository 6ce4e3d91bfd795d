import { createServer as createHttp } from 'node:http';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/audit/audit-settings.js';
import { runCommandLine } from '../../src/cli/main.js';
import { LOOPBACK } from '../support/loopback-certificate.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  })));
});

async function start(handle: Handle): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(LOOPBACK, (request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    handle(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { origin: `https://localhost:${(server.address() as AddressInfo).port}`, asked };
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runCommandLine(['audit', ...args], { out: (text) => void (said.out += text), err: (text) => void (said.err += text), isTerminal: false });
  return { code, ...said };
}

const PAGE = (config: string, more = ''): string => `<!doctype html><html><head><title>Jitsi Meet</title>${more}
<script>${config}</script><script>var interfaceConfig = { MOBILE_APP_PROMO: true };</script>
<script src="libs/app.bundle.min.js?v=9008"></script></head><body></body></html>`;
const CONFIG = "var config = { hosts: { domain: 'localhost' }, p2p: { enabled: true, stunServers: [{ urls: 'stun:stun.l.google.com:19302' }] }, analytics: { amplitudeAPPKey: 'hunter2' } };";

/** A server as Debian sets it up: any name of one part gives the start page. */
const stock = (page: string, headers: Readonly<Record<string, string>> = {}): Handle => ({ url = '/' }, response) => {
  if (url === '/external_api.js') return void response.writeHead(200, { 'content-type': 'application/javascript' }).end('var JitsiMeetExternalAPI;');
  if (url === '/libs/external_api.min.js') return void response.writeHead(200, { 'content-type': 'application/javascript', 'access-control-allow-origin': '*' }).end('var JitsiMeetExternalAPI;');
  if (url === '/robots.txt') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /$\nDisallow: /\n');
  if (url === '/config.js') return void response.writeHead(200, { 'content-type': 'application/javascript' }).end(CONFIG);
  response.writeHead(200, { 'content-type': 'text/html', 'strict-transport-security': 'max-age=63072000', ...headers }).end(page);
};

const reportOf = async (origin: string): Promise<Report> => JSON.parse((await run(origin, '--insecure', '--json')).out) as Report;
const settingsOf = ({ findings }: Report): string[] => findings.map(({ setting }) => setting);

describe('audit of a server', () => {
  it('judges the configuration in the page, its build, headers and addresses; posts nothing, and shows no secret', async () => {
    const { origin, asked } = await start(stock(PAGE(CONFIG)));
    const { code, out } = await run(origin, '--insecure');
    expect(code).toBe(1);
    expect(out).toContain('localhost, release 10741');
    expect(out).toContain('high, likely p2p.stunServers: stun.l.google.com\n    in calls of two,');
    expect(out).toContain('(contacts api2.amplitude.com, US)');
    expect(out).not.toContain('hunter2');
    expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
    const report = await reportOf(origin);
    expect(settingsOf(report)).toEqual(expect.arrayContaining(['x-content-type-options', 'referrer-policy', 'interfaceConfig.MOBILE_APP_PROMO']));
    // A stock server sends its start page for these names, which exposes nothing.
    expect(settingsOf(report).filter((setting) => setting.startsWith('/'))).toEqual([]);
    expect(report.checked).toContainEqual({ what: '/libs/external_api.min.js (integrity)', result: 'fine' });
    expect(report.checked).toContainEqual({ what: 'prosody', result: undefined, why: expect.stringContaining('look on the server with: prosodyctl check') as unknown });
    expect(report.operator).toMatchObject({ recording: 'possible', analytics: true, hosts: ['stun.l.google.com'] });
  });

  it('takes the files where the page has no configuration', async () => {
    const { origin } = await start(stock('<!doctype html><title>Jitsi Meet</title>'));
    expect(settingsOf(await reportOf(origin))).toContain('analytics.amplitudeAPPKey');
  });

  it.each<[string, Handle, string]>([
    ['a page with another host’s script', stock(PAGE(CONFIG, '<script src="https://counter.example.org/c.js"></script>')), 'index.html'],
    ['frames are refused', stock(PAGE(CONFIG), { 'x-frame-options': 'SAMEORIGIN' }), 'x-frame-options'],
    ['frames are refused but for some', stock(PAGE(CONFIG), { 'content-security-policy': "frame-ancestors 'self'", 'x-frame-options': 'DENY' }), 'content-security-policy'],
    ['devices are denied', stock(PAGE(CONFIG), { 'permissions-policy': 'camera=(), microphone=(self)' }), 'permissions-policy'],
    ['the version is told', stock(PAGE(CONFIG), { server: 'nginx/1.22.1' }), 'server'],
    ['includes that are not resolved', stock('<!doctype html><html><script><!--#include virtual="/config.js" --></script></html>'), 'index.html'],
    ['statistics of the bridge', (request, response) => (request.url === '/colibri/stats' ? void response.writeHead(200, { 'content-type': 'application/json' }).end('{"conferences":3}') : stock(PAGE(CONFIG))(request, response)), '/colibri/stats'],
    ['metrics', (request, response) => (request.url === '/metrics' ? void response.writeHead(200, { 'content-type': 'text/plain' }).end('# HELP x\nx 1\n') : stock(PAGE(CONFIG))(request, response)), '/metrics'],
    ['looks that name another host', (request, response) => (request.url === '/branding.json' ? void response.writeHead(200, { 'content-type': 'application/json' }).end('{"logoImageUrl":"https://pictures.example.org/x.png"}') : stock(PAGE("var config = { hosts: { domain: 'localhost' }, dynamicBrandingUrl: '/branding.json' };"))(request, response)), 'dynamicBrandingUrl (/branding.json)'],
    ['the page of JaaS', (request, response) => (request.url === '/config.js' ? void response.writeHead(200).end('</script><script src="https://8x8.vc/config.js"></script>') : stock('<!doctype html>')(request, response)), '/config.js'],
    ['no script to embed by', (request, response) => (request.url === '/external_api.js' ? void response.writeHead(404).end() : stock(PAGE(CONFIG))(request, response)), '/external_api.js'],
    ['no robots.txt', (request, response) => (request.url === '/robots.txt' ? void response.writeHead(404).end() : stock(PAGE(CONFIG))(request, response)), '/robots.txt'],
  ])('finds %s', async (_what, handle, setting) => {
    const { origin } = await start(handle);
    expect(settingsOf(await reportOf(origin))).toContain(setting);
  });

  it('lets a site be named in frame-ancestors, and knows the stronger header', async () => {
    const { origin } = await start(stock(PAGE(CONFIG), { 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' }));
    expect(settingsOf(await reportOf(origin)).filter((setting) => /frame|security-policy/.test(setting))).toEqual([]);
  });

  it('writes one file of HTML that asks nothing, with hostile names as text', async () => {
    const { origin } = await start(stock(PAGE("var config = { hosts: { domain: 'localhost' }, etherpad_base: 'https://<img src=x onerror=alert(1)>.example.net/', analytics: { matomoEndpoint: 'https://\\u001b[31mx.example.net', matomoSiteID: '1' } };")));
    const { mkdtempSync, readFileSync, rmSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const { join } = await import('node:path');
    const folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-audit-'));
    const { out } = await run(origin, '--insecure', '--html', join(folder, 'report.html'));
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(html).not.toMatch(/<img|<script|src=|href=|@import|url\(/);
    expect(html).toContain("default-src 'none'");
    expect(out).not.toContain('\u001b');
  });
});

describe('a server that is not as it should be', () => {
  const page = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE(CONFIG));

  it.each<[string, Handle, RegExp]>([
    ['ends the connection', (_request, response) => void response.socket?.destroy(), /it ended the connection/],
    ['sends something else', (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'), /it sends no page/],
    ['has an error', (_request, response) => void response.writeHead(503).end('no'), /it answers with 503/],
    ['sends to another host', (_request, response) => void response.writeHead(302, { location: 'https://elsewhere.example/' }).end(), /sends to https:\/\/elsewhere\.example, which was not asked/],
    ['sends to a private address', (_request, response) => void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(), /sends to http:\/\/169\.254\.169\.254/],
    ['sends in circles', (_request, response) => void response.writeHead(302, { location: '/' }).end(), /from one page to the next/],
    ['has a page of too many elements', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${'<div>'.repeat(30_000)}`), /more than 20000 elements/],
  ])('%s', async (_what, handle, problem) => {
    const { origin } = await start(handle);
    expect(await run(origin, '--insecure')).toMatchObject({ code: 3, out: '', err: expect.stringMatching(problem) });
  });

  it('sends a page without end: what came first counts', async () => {
    const { origin } = await start(({ url }, response) => (url === '/' ? void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE(CONFIG) + ' '.repeat(1_500_000)) : page(response)));
    expect((await reportOf(origin)).findings.map(({ found }) => found)).toContain('longer than 1 MB');
  });

  it('never answers: ends within 20 seconds', { timeout: 30_000 }, async () => {
    const { origin } = await start(() => undefined);
    const before = performance.now();
    expect(await run(origin, '--insecure')).toMatchObject({ code: 3, err: expect.stringContaining('it does not answer in time') });
    expect(performance.now() - before).toBeLessThan(21_000);
  });

  it('drips its answer: ends within 20 seconds', { timeout: 30_000 }, async () => {
    const { origin } = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write(' '), 200);
      response.on('close', () => clearInterval(timer));
    });
    expect(await run(origin, '--insecure')).toMatchObject({ code: 3, err: expect.stringContaining('it does not answer in time') });
  });

  it('has a certificate that nobody vouches for, and --insecure is for this computer alone', async () => {
    const { origin } = await start((_request, response) => page(response));
    expect(await run(origin)).toMatchObject({ code: 3, err: expect.stringContaining('its certificate cannot be trusted') });
    expect(await run('https://meet.example.eu', '--insecure')).toMatchObject({ code: 2, err: expect.stringContaining('--insecure is for this computer alone') });
  });

  it('is not there', async () => {
    const probe = createHttp();
    await new Promise<void>((resolve) => {
      probe.listen(0, '127.0.0.1', resolve);
    });
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => {
      probe.close(resolve);
    });
    expect(await run(`https://localhost:${port}`)).toMatchObject({ code: 3, err: expect.stringContaining('nobody answers there') });
    expect(await run('https://nowhere.invalid')).toMatchObject({ code: 3, err: expect.stringMatching(/no such host|cannot be looked up/) });
  });

  it.each([
    [['meet.example.eu'], 'there is no such file'],
    [['http://meet.example.eu'], 'expected https'],
    [['https://user:secret@meet.example.eu'], 'an address with a password is not asked'],
    [['https://a.example', 'https://b.example'], 'name one server'],
    [[], 'name a server'],
    [['https://a.example', '--fail-on', 'never'], '--fail-on: expected info'],
  ])('wrong use: %j', async (args, message) => {
    expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});
