import { describe, expect, it } from 'vitest';
import { type Finding, findEmbeds } from '../../src/scan/find-embeds.js';
import { sampleSettings } from '../support/sample-config.js';

const [domain = ''] = [...sampleSettings().operators.values()].map((operator) => operator.domain);
const find = (html: string): Finding[] => findEmbeds(html, sampleSettings());
const kinds = (html: string): string[] => find(html).map(({ kind }) => kind);

describe('what loads a meeting past the gate', () => {
  it.each([
    ['a frame of a declared operator', `<iframe src="https://${domain}/room-one"></iframe>`, 'frame'],
    ['one without a scheme', `<iframe src="//${domain}/room-one"></iframe>`, 'problem'],
    ['one in a template', `<template><p><iframe src="https://${domain}/room-one"></iframe></p></template>`, 'frame'],
    ['one for visitors without script', `<noscript><iframe src="https://${domain}/room-one"></iframe></noscript>`, 'frame'],
    ['one whose tag is written in capitals', `<IFRAME SRC='https://${domain.toUpperCase()}/room-one'>`, 'frame'],
    ['one with a token', `<iframe src="https://${domain}/room-one?jwt=x"></iframe>`, 'problem'],
    ['one without a room', `<iframe src="https://${domain}/"></iframe>`, 'problem'],
    ['one that is not https', `<iframe src="http://${domain}/room-one"></iframe>`, 'problem'],
    ['the external API of a declared operator', `<script src="https://${domain}/external_api.js"></script>`, 'problem'],
    ['of any other', '<script src="https://elsewhere.example/libs/external_api.min.js"></script>', 'problem'],
    ['another script of a declared operator', `<script async src="https://${domain}/x.js"></script>`, 'problem'],
  ])('%s is found', (_what, html, kind) => {
    expect(kinds(html)).toEqual([kind]);
  });

  it.each([
    ['a frame of somebody else', '<iframe src="https://elsewhere.example/room-one"></iframe>'],
    ['a frame in a comment', `<!-- <iframe src="https://${domain}/room-one"></iframe> -->`],
    ['in a text', `<script>const text = '<iframe src="https://${domain}/room-one"></iframe>';</script>`],
    ['a link to a meeting', `<a href="https://${domain}/room-one">Join</a>`],
    ['an image of the site', '<img src="/external_api.js" alt="">'],
    ['nothing', ''],
  ])('%s is not', (_what, html) => {
    expect(kinds(html)).toEqual([]);
  });

  it('is told with its place: line and column from 1, and the offsets of the attribute', () => {
    const html = `<!doctype html>\n<p>Text</p>\n  <iframe title="A" src="https://${domain}/room-one"></iframe>`;
    const [found] = find(html);
    expect(found).toMatchObject({ line: 3, column: 21 });
    expect(html.slice(found?.start, found?.end)).toBe(`src="https://${domain}/room-one"`);
  });
});

it('placeholders, gates and the gate’s own script are told apart from that', () => {
  const html = `<script defer src="/assets/jitsi-gate.page.js?v=1"></script><div data-jitsi-room="a"></div><iframe data-jitsi-src="https://${domain}/a"></iframe><jitsi-gate room="a"></jitsi-gate><script src="/my-jitsi-gate.js"></script>`;
  expect(kinds(html)).toEqual(['script', 'gate', 'gate', 'gate']);
});

it.each(['jitsi-gate', 'jitsi-gate-settings', 'jitsi-gate-notice'])('<%s> needs the script as well; elements with longer names are somebody else’s', (name) => {
  expect(kinds(`<${name}></${name}><${name}-of-mine></${name}-of-mine>`)).toEqual(['gate']);
});
