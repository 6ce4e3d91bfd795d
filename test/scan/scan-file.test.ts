import { describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config/schema.js';
import { deskSettings } from '../../src/desk/policy.js';
import { allowedBy } from '../../src/scan/crawl.js';
import { fixHtml } from '../../src/scan/fix.js';
import { meetingHosts } from '../../src/scan/meeting-hosts.js';
import { type Found, scanFile } from '../../src/scan/scan-file.js';
import { clinic } from '../support/sample-config.js';

const declared = meetingHosts(deskSettings({ privacyUrl: '/p', operators: { clinic: { ...clinic, domain: 'meet.example.eu', hosts: ['media.example.eu'] } } } as ConfigInput));
const scan = (text: string, name = 'page.html'): Found[] => scanFile(name, text, declared);
const words = (text: string, name?: string): string[] => scan(text, name).map(({ kind, host = '?' }) => `${kind} ${host}`);

describe('what goes past a gate is found', () => {
  it.each<[text: string, found: readonly string[]]>([
    // Frames, of declared and of known servers, and of whatever is addressed like a meeting.
    ['<iframe src="https://meet.example.eu/room"></iframe>', ['frame meet.example.eu']],
    ['<IFRAME SRC=//meet.jit.si/room></IFRAME>', ['frame meet.jit.si']],
    ['<iframe src=" https://8x8.vc/app/room "></iframe>', ['frame 8x8.vc']],
    ['<iframe src="https://rendez-vous.renater.fr/room"></iframe>', ['frame rendez-vous.renater.fr']],
    ['<iframe src="https://jitsi.university.example/room"></iframe>', ['frame jitsi.university.example']],
    ['<iframe src="https://video.example.org/room#config.startWithAudioMuted=true"></iframe>', ['frame video.example.org']],
    ['<noscript><iframe src="https://meet.example.eu/room"></iframe></noscript>', ['frame meet.example.eu']],
    ['<object data="https://meet.example.eu/room"></object><embed src="https://meet.example.eu/x">', ['object meet.example.eu', 'object meet.example.eu']],
    // Scripts.
    ['<script src="https://meet.example.eu/external_api.js"></script>', ['script meet.example.eu']],
    ['<script src="https://elsewhere.example/libs/external_api.min.js"></script>', ['script elsewhere.example']],
    ["<script>const api = new JitsiMeetExternalAPI('meet.example.eu', { roomName: 'consulting' });</script>", ['api meet.example.eu']],
    ['<script type=module>const domain = x; new window.JitsiMeetExternalAPI(domain, options)</script>', ['api ?']],
    ["<script>const s = document.createElement('script'); s.src = 'https://meet.jit.si/external_api.js';</script>", ['script meet.jit.si']],
    // Hints.
    ['<link rel="preconnect" href="https://meet.example.eu">', ['hint meet.example.eu']],
    ['<link rel="shortcut DNS-Prefetch" href="//media.example.eu">', ['hint media.example.eu']],
    ['<script type="speculationrules">{"prefetch":[{"urls":["https://meet.example.eu/room"]}]}</script>', ['hint meet.example.eu']],
  ])('%s', (text, found) => {
    expect(words(text)).toEqual(found);
  });

  it.each<[name: string, text: string, found: readonly string[]]>([
    ['page.md', 'Our meeting:\n\n<iframe src="https://meet.jit.si/room"></iframe>\n', ['frame meet.jit.si']],
    ['page.php', '<?php $x = $y->z; ?>\n<iframe src="https://meet.jit.si/<?= $room ?>"></iframe>', ['frame meet.jit.si']],
    ['page.twig', '{% if a > b %}<iframe src="https://meet.jit.si/{{ room }}"></iframe>{% endif %}', ['frame meet.jit.si']],
    ['page.liquid', '{% assign a = b %}<iframe src="https://meet.jit.si/{{ page.room }}"></iframe>', ['frame meet.jit.si']],
    ['page.blade.php', '@if ($a > 1)<iframe src="https://meet.jit.si/{{ $room }}"></iframe>@endif', ['frame meet.jit.si']],
    ['Page.astro', '---\nconst a = 1 < 2;\n---\n<iframe src="https://meet.jit.si/room"></iframe>', ['frame meet.jit.si']],
    ['Page.vue', '<template><div><iframe src="https://meet.jit.si/room" /></div></template>', ['frame meet.jit.si']],
    ['Page.svelte', '<script>let a = 1;</script>\n<iframe src="https://meet.jit.si/room"></iframe>', ['frame meet.jit.si']],
    ['Page.jsx', 'export const Page = () => <div><iframe title="x" src="https://meet.jit.si/room" /></div>;', ['frame meet.jit.si']],
    ['Page.tsx', "import { JitsiMeeting } from '@jitsi/react-sdk';\nexport const a: number = 1;", ['sdk ?']],
    ['page.js', "import JitsiMeetJS from 'lib-jitsi-meet';", ['library ?']],
    ['page.cjs', "const { JaaSMeeting } = require('@jitsi/react-sdk');", ['sdk ?']],
    ['page.mjs', "await import('@jitsi/react-sdk');", ['sdk ?']],
    ['page.js', "const api = new JitsiMeetExternalAPI('meet.jit.si', {});", ['api meet.jit.si']],
    ['page.js', "script.src = `https://meet.jit.si/external_api.js`;", ['script meet.jit.si']],
  ])('in %s: %s', (name, text, found) => {
    expect(words(text, name)).toEqual(found);
  });

  it.each<[name: string, text: string]>([
    // Gated already.
    ['page.html', '<iframe data-jitsi-src="https://meet.example.eu/room"></iframe><div data-jitsi-room="x"></div>'],
    ['page.html', '<iframe srcdoc="<p>x" src="https://meet.example.eu/room"></iframe>'],
    ['page.html', '<script type="text/plain" src="https://meet.example.eu/external_api.js"></script>'],
    // Commented, or quoted.
    ['page.html', '<!-- <iframe src="https://meet.example.eu/room"></iframe> -->'],
    ['page.html', '<pre>&lt;iframe src="https://meet.example.eu/room"&gt;</pre><textarea><iframe src="https://meet.example.eu/room"></iframe></textarea>'],
    ['page.md', '```html\n<iframe src="https://meet.jit.si/room"></iframe>\n```\n\nand `<iframe src="https://meet.jit.si/x">`\n\n    <iframe src="https://meet.jit.si/room">\n'],
    ['page.php', '<?php // <iframe src="https://meet.jit.si/room"></iframe>\n$a = \'<iframe src="https://meet.jit.si/room"></iframe>\'; ?>'],
    ['page.twig', '{# <iframe src="https://meet.jit.si/room"></iframe> #}'],
    ['page.liquid', '{% comment %}<iframe src="https://meet.jit.si/room"></iframe>{% endcomment %}'],
    ['page.blade.php', '{{-- <iframe src="https://meet.jit.si/room"></iframe> --}}'],
    ['page.js', "// new JitsiMeetExternalAPI('meet.jit.si')\n/* import '@jitsi/react-sdk' */ const text = 'new JitsiMeetExternalAPI()';"],
    ['Page.jsx', '<div>{/* <iframe src="https://meet.jit.si/room" /> */}</div>'],
    ['page.js', "const name = '@jitsi/react-sdk'; // no import"],
    // Links, texts and other hosts.
    ['page.html', '<a href="https://meet.example.eu/room">Join</a> meet.example.eu <link rel="canonical" href="https://meet.example.eu/">'],
    ['page.html', '<iframe src="https://maps.example.org/x"></iframe><iframe src="/own"></iframe>'],
    ['page.html', '<script type="speculationrules">{not json https://meet.example.eu/</script>'],
    ['notes.txt', '<iframe src="https://meet.example.eu/room"></iframe>'],
  ])('nothing in %s: %s', (name, text) => {
    expect(words(text, name)).toEqual([]);
  });

  it('with line and column from 1, and the markup to put instead', () => {
    expect(scan('<p>\n  <iframe title="x" src="https://meet.example.eu/consulting"></iframe>')).toMatchObject([{ line: 2, column: 21, instead: '<iframe data-jitsi-src="https://meet.example.eu/consulting"></iframe>' }]);
    expect(scan("<script>\nnew JitsiMeetExternalAPI('meet.example.eu', {\n  roomName: 'consulting', height: 1 });</script>")).toMatchObject([{ line: 2, column: 1, instead: '<div data-jitsi-room="consulting"></div>' }]);
    expect(scanFile('page.php', '<?php a(); ?>\n\n  <iframe src="https://meet.jit.si/x"></iframe>', declared)).toMatchObject([{ line: 3, column: 11 }]);
  });
});

describe('a file that somebody made to keep a reader busy', () => {
  it.each<[name: string, unit: string]>([
    ['a.js', '/* '], ['a.js', '`'], ['a.js', '"'], ['a.jsx', '<iframe '], ['a.js', 'new JitsiMeetExternalAPI(\'a\');'], ['a.php', '<?'], ['a.twig', '{{'], ['a.twig', '{#'], ['a.liquid', '{% comment %}'],
    ['a.blade.php', '@php'], ['a.md', '```\n'], ['a.md', '`` ` '], ['a.html', '<div>'], ['a.html', '<iframe src=//meet.jit.si/x>'], ['a.html', '<script>'], ['a.astro', '---\n'],
  ])('%s full of %j is read within seconds', (name, unit) => {
    const before = performance.now();
    scan(unit.repeat(Math.floor(1_000_000 / unit.length)), name);
    expect(performance.now() - before).toBeLessThan(8000);
  }, 60_000);
});

describe('--fix', () => {
  it('makes placeholders of frames, takes hints away, and touches nothing else', () => {
    const html = `<!DOCTYPE html>
<head>
  <link rel="preconnect" href="https://meet.example.eu">
  <link rel=stylesheet href=a.css><link rel="dns-prefetch" href="//meet.example.eu"><title>x</title>
</head>
<iframe  SRC='https://meet.example.eu/room'   width="100%"></iframe>
<iframe src="https://meet.jit.si/room"></iframe>`;
    const fixed = fixHtml(html, scan(html), declared);
    expect(fixed).toBe(`<!DOCTYPE html>
<head>
  <link rel=stylesheet href=a.css><title>x</title>
</head>
<iframe  data-jitsi-src='https://meet.example.eu/room'   width="100%"></iframe>
<iframe src="https://meet.jit.si/room"></iframe>`);
    expect(words(fixed)).toEqual(['frame meet.jit.si']);
    expect(fixHtml(fixed, scan(fixed), declared)).toBe(fixed);
  });
});

describe('robots.txt', () => {
  it.each<[robots: string, path: string, isAllowed: boolean]>([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow: /\nAllow: /a', '/a/b', true],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: other\nUser-agent: *\nDisallow: /a # why', '/ab', false],
    ['User-agent: *\nDisallow: /*.php$', '/x.php', false],
    ['User-agent: *\nDisallow: /*.php$', '/x.php?y', true],
    ['User-agent: *\nDisallow:', '/a', true],
  ])('%j, %s', (robots, path, isAllowed) => {
    expect(allowedBy(robots)(new URL(path, 'https://www.example.eu'))).toBe(isAllowed);
  });
});
