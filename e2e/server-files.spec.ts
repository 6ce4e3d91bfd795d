import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { unpackedDefaults } from '../test/support/web-server-programs.js';
import { expect, test } from './support/fixtures.js';

/** The files that Debian's own packages of Prosody, coturn and nginx put into /etc, as the built command judges them. */

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const etc = unpackedDefaults();

// Where the packages cannot be had (no Debian), there is nothing to read.
if (etc !== undefined) {
  test('Debian’s files of Prosody, coturn and nginx are read, and judged', async () => {
    const out = await new Promise<string>((resolve) => {
      execFile(process.execPath, [cli, 'audit', '--files', etc, '--json'], { encoding: 'utf8' }, (_error, text) => resolve(text));
    });
    const { findings, checked } = JSON.parse(out) as { findings: { severity: string; setting: string; found: string }[]; checked: { what: string; result?: string }[] };
    const words = findings.map(({ severity, setting, found }) => `${severity} ${setting.replace(/:\d+/, '')}: ${found}`);
    expect(words).toEqual(expect.arrayContaining([
      'high turnserver.conf denied-peer-ip: absent',
      'medium turnserver.conf use-auth-secret: absent',
      'medium prosody/prosody.cfg.lua modules_enabled: set',
      'low prosody/prosody.cfg.lua log: set',
      'medium logrotate.d/prosody /var/log/prosody/prosody.log /var/log/prosody/prosody.err: 364 days',
      'medium nginx/nginx.conf http.access_log: /var/log/nginx/access.log',
      'info nginx/nginx.conf server_tokens: absent',
    ]));
    expect(checked).toContainEqual({ what: '/var/log/nginx/*.log: kept 14 days', result: 'fine' });
    // Nothing of the examples, and nothing that is in order.
    expect(words.filter((one) => /example|localhost\.cfg|allow_registration:|storage/.test(one))).toEqual([]);
  });
}
