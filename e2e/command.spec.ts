import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/fixtures.js';
import { makeStrictPage, travel, WITH_POSTER } from './support/strict-site.js';

/** The built command, as an owner runs it in the folder of a site. */

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
let folder = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-desk-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]): string => execFileSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('what it begins, checks and sends as headers makes a page in which all works and nothing is refused', async ({ page, context }) => {
  const markup = run('init', '--domain', 'meet.example.eu', '--operator', 'Example GmbH', '--country', 'DE', '--privacy-url', '/privacy#meetings', '--site', 'Example practice');
  const script = /<script defer (.*?)><\/script>/.exec(markup)?.[1] ?? '';
  expect(script).toBe('src="/assets/jitsi-gate.js" data-config="/jitsi-gate.config.json"');
  writeFileSync(join(folder, 'meeting.html'), `<!doctype html><title>Meeting</title><script defer ${script}></script>${WITH_POSTER}`);
  expect(run('check', 'meeting.html')).toContain(' 0 high, ');
  const { contentSecurityPolicy } = JSON.parse(run('headers', 'jitsi-gate.config.json', '--page', 'meeting.html', '--json')) as { contentSecurityPolicy: string };
  await context.route('**/jitsi-gate.config.json', (route) => route.fulfill({ contentType: 'application/json', body: readFileSync(join(folder, 'jitsi-gate.config.json')) }));
  await travel(page, await makeStrictPage(context, contentSecurityPolicy, { body: WITH_POSTER, script }));
});

test('it ends with the code that scripts expect', () => {
  const codeOf = (...args: readonly string[]): unknown => {
    try {
      run(...args);
      return 0;
    } catch (error) {
      return (error as { status?: number }).status;
    }
  };
  writeFileSync(join(folder, 'wrong.json'), '{"operators":{}}');
  writeFileSync(join(folder, 'broken.json'), '{');
  expect([codeOf('--version'), codeOf('check', 'wrong.json'), codeOf('check', 'broken.json'), codeOf('fly')]).toEqual([0, 1, 2, 2]);
});
