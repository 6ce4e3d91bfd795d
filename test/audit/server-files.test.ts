import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditFiles } from '../../src/audit/files/audit-files.js';
import { keptDays, readHocon, readNginx, readProsody } from '../../src/audit/files/read-settings.js';
import { runCommandLine } from '../../src/cli/main.js';

let etc = '';
beforeEach(() => {
  etc = mkdtempSync(join(tmpdir(), 'jitsi-gate-etc-'));
});
afterEach(() => rmSync(etc, { recursive: true }));

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(etc, name)), { recursive: true });
  writeFileSync(join(etc, name), text);
};
/** Each finding as `severity file:line key`. */
const found = (): string[] => auditFiles(etc).findings.map(({ severity, setting }) => `${severity} ${setting}`);

describe('the files of a server', () => {
  it.each<[file: string, text: string, finding: RegExp]>([
    ['jitsi/videobridge/jvb.conf', 'videobridge {\n  # no\n  redact-remote-addresses = false\n}', /^high jitsi\/videobridge\/jvb\.conf:3 videobridge\.redact-remote-addresses$/],
    ['jitsi/videobridge/jvb.conf', 'videobridge { http-servers { private { host = 0.0.0.0 } } }', /^high .*private\.host$/],
    ['jitsi/videobridge/jvb.conf', 'videobridge.http-servers.private.host = "::"', /^high .*private\.host$/],
    ['jitsi/videobridge/jvb.conf', 'ice4j {\n harvest {\n  mapping {\n   stun {\n    addresses = [\n     "meet-jit-si-turnrelay.jitsi.net:443"\n    ]\n }}}}', /^low .*:5 ice4j\.harvest\.mapping\.stun\.addresses$/],
    ['jitsi/videobridge/sip-communicator.properties', 'org.ice4j.ice.harvest.STUN_MAPPING_HARVESTER_ADDRESSES=meet-jit-si-turnrelay.jitsi.net:443', /^low /],
    ['jitsi/jicofo/jicofo.conf', 'jicofo { rest { host = "0.0.0.0" } }', /^high .*rest\.host$/],
    ['jitsi/jicofo/jicofo.conf', 'jicofo { xmpp { client { disable-certificate-verification = true } } }', /^low .*disable-certificate-verification$/],
    ['jitsi/jicofo/jicofo.conf', 'jicofo { }', /^low .*use-random-name$/],
    ['jitsi/jibri/jibri.conf', 'jibri { recording { recordings-directory = "/tmp/recordings" } }', /^high .*finalize-script$/],
    ['jitsi/jibri/jibri.conf', 'jibri { recording { recordings-directory = "/tmp/recordings", finalize-script = "/x" } }', /^medium .*recordings-directory$/],
    ['jitsi/jibri/jibri.conf', 'jibri.streaming.rtmp-allow-list = [ ".*" ]', /^medium .*rtmp-allow-list$/],
    ['jitsi/jigasi/sip-communicator.properties', 'org.jitsi.jigasi.transcription.SAVE_TXT=true', /^high .*customService$/],
    ['jitsi/jigasi/sip-communicator.properties', 'org.jitsi.jigasi.transcription.customService=org.jitsi.jigasi.transcription.VoskTranscriptionService\norg.jitsi.jigasi.transcription.RECORD_AUDIO=true', /^medium .*:2 .*RECORD_AUDIO$/],
    ['prosody/conf.avail/meet.cfg.lua', 'VirtualHost "meet.example.eu"\n  authentication = "jitsi-anonymous"', /^low .*:2 meet\.example\.eu\.authentication$/],
    ['prosody/conf.avail/meet.cfg.lua', 'allow_registration = true -- no', /^high .*allow_registration$/],
    ['prosody/conf.avail/meet.cfg.lua', 'Component "conference.meet" "muc"\n  modules_enabled = {\n    "muc_mam";\n  }', /^medium .*:2 conference\.meet\.modules_enabled$/],
    ['prosody/conf.avail/meet.cfg.lua', 'modules_enabled = { "muc_size" }', /^high .*modules_enabled$/],
    ['prosody/conf.avail/meet.cfg.lua', 'external_services = { { type = "stun", host = "meet-jit-si-turnrelay.jitsi.net" } }', /^medium .*external_services$/],
    ['turnserver.conf', 'use-auth-secret\nno-cli\n', /^high turnserver\.conf denied-peer-ip$/],
    ['turnserver.conf', 'denied-peer-ip=10.0.0.0-10.255.255.255\nuse-auth-secret\nno-cli\nverbose\n', /^low turnserver\.conf:4 verbose$/],
    ['nginx/sites-enabled/meet', 'server {\n  access_log /var/log/nginx/meet.log;\n}', /^medium nginx\/sites-enabled\/meet:2 server\.access_log$/],
    ['nginx/sites-enabled/meet', 'server {\n  location ^~ /recordings/ {\n    autoindex on;\n  }\n}', /^high .*autoindex$/],
    ['nginx/sites-enabled/meet', 'server { location /transcripts/ { add_header Access-Control-Allow-Origin *; } }', /^high .*add_header$/],
    ['nginx/sites-enabled/meet', 'server { location = /colibri/stats { proxy_pass http://127.0.0.1:8080; } }', /^high .*proxy_pass$/],
    ['logrotate.d/prosody', '/var/log/prosody/prosody.log {\n\tweekly\n\trotate 52\n}', /^medium logrotate\.d\/prosody:1 /],
    ['jitsi/meet/meet.example.eu-config.js', "var config = { hosts: { domain: 'meet.example.eu' }, analytics: { amplitudeAPPKey: 'k' } };", /^high analytics\.amplitudeAPPKey$/],
  ])('%s: %j', (file, text, finding) => {
    write(file, text);
    expect(found().some((one) => finding.test(one)), found().join('\n')).toBe(true);
  });

  it.each<[file: string, text: string, not: RegExp]>([
    ['jitsi/videobridge/jvb.conf', '# redact-remote-addresses = false\nvideobridge { http-servers { private { host = 127.0.0.1 } } } // redact-remote-addresses = false', /redact|private/],
    ['jitsi/jicofo/jicofo.conf', 'jicofo { conference { shared-document { use-random-name = true } } rest { host = localhost } }', /use-random-name|rest/],
    ['prosody/prosody.cfg.lua', '--[[ allow_registration = true\n]]\nmodules_enabled = { "register" }\nallow_registration = false', /registration|modules/],
    ['prosody/conf.avail/example.com.cfg.lua', 'allow_registration = true', /./],
    ['nginx/nginx.conf', 'http {\n  # access_log /x;\n  access_log off; server_tokens off;\n}', /./],
    ['turnserver.conf', '# verbose\nuse-auth-secret\nno-cli\ndenied-peer-ip=0.0.0.0-0.255.255.255', /./],
    ['logrotate.d/nginx', '/var/log/nginx/*.log {\n\tdaily\n\trotate 14\n}', /./],
  ])('%s is in order: %j', (file, text, not) => {
    write(file, text);
    expect(found().filter((one) => not.test(one))).toEqual([]);
  });

  it('names parts that are not there, with what to look at by hand, and files that cannot be read', () => {
    write('nginx/nginx.conf', ' '.repeat(1_000_001));
    const { checked } = auditFiles(etc);
    expect(checked).toContainEqual({ what: join('nginx', 'nginx.conf'), result: undefined, why: 'is larger than 1 MB' });
    expect(checked.filter(({ why = '' }) => why.includes('look with:')).map(({ what }) => what)).toEqual(['videobridge', 'jicofo', 'jibri', 'jigasi', 'prosody', 'coturn', 'nginx']);
  });

  it('shows no secret', () => {
    write('prosody/conf.avail/meet.cfg.lua', 'external_services = { { type = "turn", host = "turn.jitsi.net", secret = "hunter2" } }');
    expect(JSON.stringify(auditFiles(etc))).not.toContain('hunter2');
  });

  it('are read by the command, alone or beside a configuration', async () => {
    write('turnserver.conf', 'no-cli');
    write('config.js', "var config = { hosts: { domain: 'meet.example.eu' } };");
    const run = async (...args: string[]) => {
      const said = { out: '', err: '' };
      const code = await runCommandLine(['audit', ...args], { out: (text) => void (said.out += text), err: (text) => void (said.err += text), isTerminal: false });
      return { code, ...said };
    };
    expect(await run('--files', etc)).toMatchObject({ code: 1, out: expect.stringContaining('high turnserver.conf denied-peer-ip: absent') });
    const both = await run(join(etc, 'config.js'), '--files', etc);
    expect(both.out).toContain('turnserver.conf denied-peer-ip');
    expect(both.out).toContain('gravatar.disabled');
    expect(await run('--files', join(etc, 'nowhere'))).toMatchObject({ code: 2, err: expect.stringContaining('is no folder') });
  });
});

describe('what stands in such files', () => {
  it('HOCON: blocks, paths, quotes and comments', () => {
    expect(readHocon('a { b.c = "x#y" // z\n d = 1\n}\n"e" : f\ng { h = [\n 1,\n 2 ], i = 3 }')).toEqual([
      { key: 'a.b.c', value: 'x#y', line: 1 }, { key: 'a.d', value: '1', line: 2 }, { key: 'e', value: 'f', line: 4 }, { key: 'g.h', value: '[ 1, 2 ], i = 3', line: 5 },
    ]);
  });

  it('Lua: sections, tables over several lines, and comments that go over lines', () => {
    expect(readProsody('a = 1\n--[[ b = 2\n c = 3 ]]\nVirtualHost "h"\n  t = {\n    x = { 1 };\n  }\n  d = "--no"')).toEqual([
      { key: 'a', value: '1', line: 1 }, { key: 'h.t', value: '{ x = { 1 }; }', line: 5 }, { key: 'h.d', value: '--no', line: 8 },
    ]);
  });

  it('nginx: directives over several lines, in their blocks', () => {
    expect(readNginx('http {\n  log_format x\n    "a;";\n  server { listen 80; }\n}').map(({ key, line }) => [key, line])).toEqual([['http.log_format', 2], ['http.server.listen', 4]]);
  });

  it('logrotate: how many days', () => {
    expect(keptDays('/a {\n daily\n rotate 7\n}\n/b /c {\n monthly\n rotate 2\n}\n/d { size 1M }').map(({ files, days }) => [files, days])).toEqual([['/a', 7], ['/b /c', 62]]);
  });

  it.each(['{', '{'.repeat(100_000), 'a = ['.repeat(50_000), '--[['.repeat(50_000), '"'.repeat(100_000), 'x{'.repeat(50_000)])('anything is read within seconds (%#)', (text) => {
    const before = performance.now();
    for (const read of [readHocon, readProsody, readNginx, keptDays]) read(text);
    expect(performance.now() - before).toBeLessThan(5000);
  }, 30_000);
});
