import { describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config/schema.js';
import { noticeHtml } from '../../src/desk/notice-html.js';
import { noticeMarkdown } from '../../src/desk/notice-markdown.js';
import { deskSettings } from '../../src/desk/policy.js';
import { JITSI_STORED } from '../../src/facts/software/jitsi-stored.js';
import { enDetails } from '../../src/i18n/detail-messages.js';
import { first } from '../../src/i18n/locales/en.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { en } from '../../src/i18n/messages.js';
import { NOTICE_LOCALES } from '../../src/i18n/notice-locales.js';
import { enNotice } from '../../src/i18n/notice-messages.js';
import { LANGUAGES } from '../../src/i18n/resolve-locale.js';
import { enSettings } from '../../src/i18n/settings-messages.js';
import { enSoftware } from '../../src/i18n/software-messages.js';
import { gapsOf, linesOf, makeNotice } from '../../src/notice/make-notice.js';
import { type Line, type Notice, SECTIONS } from '../../src/notice/notice.js';

const english = { ...en, ...first, ...enDetails, ...enSettings, ...enSoftware, ...enNotice };

async function textsIn(language: string): Promise<Record<string, string>> {
  const [locale, notice] = [LOCALES[language], NOTICE_LOCALES[language]];
  return locale && notice ? { ...english, ...(await locale.first()).first, ...(await locale.more()).more, ...(await notice()).notice } : english;
}

const main = { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' };
const config = { site: 'Example Practice', privacyUrl: '/privacy', operators: { main } };
const make = (more: object = {}, texts: Record<string, string> = english, lang = 'en'): Notice => (
  makeNotice({ settings: deskSettings({ ...config, ...more } as unknown as ConfigInput), lang, dir: 'ltr', texts }));
const operator = (more: object): object => ({ operators: { main: { ...main, ...more } } });

const wordsOf = (line: Line): string => line.map((piece) => (typeof piece === 'string' ? piece : Object.values(piece).at(-1))).join('');
const section = (notice: Notice, id: string): string => linesOf({ ...notice, sections: notice.sections.filter((one) => one.id === id) }).slice(1).map(wordsOf).join('\n');

describe('the notice', () => {
  it('has every section, with something in each', () => {
    const notice = make();
    expect(notice.sections.map(({ id }) => id)).toEqual(SECTIONS);
    expect(notice.sections.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
    expect(notice.version).toContain('Version 1 ');
  });

  it('leaves a gap for each fact that is missing, and for no other', () => {
    expect(gapsOf(make({ site: undefined, ...operator({ country: 'US' }) }))).toEqual([
      'To be completed by the site: who is responsible for this site',
      'To be completed by the site: the role of Example GmbH',
      'To be completed by the site: what protects data at Example GmbH in United States',
      'To be completed by the site: how long Example GmbH keeps data',
    ]);
    expect(gapsOf(make(operator({ role: 'processor', retention: '30 days' })))).toEqual([]);
  });

  it('claims no safeguard that nobody has stated', () => {
    expect(section(make(operator({ country: 'US' })), 'transfers')).toContain('No safeguard for your data there has been stated.');
    expect(section(make(operator({ country: 'US', transfer: { tool: 'scc', evidenceUrl: 'https://example.eu/scc', checkedOn: '2026-11-01' } })), 'transfers'))
      .toBe('Example GmbH: To United States, under standard contractual clauses https://example.eu/scc (checked on November 1, 2026)');
  });

  it('lists everything that the details of a gate list as stored', () => {
    const stored = section(make(), 'stored');
    for (const { key } of JITSI_STORED) expect(stored).toContain(key);
    expect(stored).toContain('jitsi-gate.main');
    expect(section(make({ cmp: 'klaro' }), 'stored')).toContain('jitsi-gate-platform.main');
  });

  it('speaks of no consent and keeps no record where the meeting is a requested service', () => {
    const notice = make({ basis: 'requested-service' });
    expect(section(notice, 'loading')).toContain('Before you start a meeting');
    expect(section(notice, 'withdrawal')).toBe(enNotice.endingIs);
    expect(section(notice, 'stored')).not.toContain('jitsi-gate.main');
    expect(section(notice, 'retention')).toContain('None is kept.');
  });

  it.each([
    [{ mode: 'frame' }, 'No script of meet.example.eu runs in this page.'],
    [{ mode: 'api' }, 'A script of meet.example.eu then runs in this page'],
    [operator({ embeddable: false }), 'The meeting opens in a new tab, by a link to meet.example.eu.'],
  ])('tells how a meeting is shown: %j', (more, text) => {
    expect(section(make(more), 'loading')).toContain(text);
  });

  it('offers the settings for a withdrawal', () => {
    expect(make().sections.find(({ id }) => id === 'withdrawal')?.blocks).toContainEqual({ type: 'settings', text: 'Meeting settings' });
  });

  it('names each operator where there are several, and none twice where there is one', () => {
    const two = make({ operators: { main, other: { ...main, domain: 'meet.example.org', name: 'Other e.V.' } } });
    const about = two.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'about'));
    expect(about.length).toBeGreaterThan(8);
    expect(make().sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'about'))).toEqual([]);
  });
});

describe.each(LANGUAGES)('the notice in %s', (language) => {
  it('is complete, with no fact left open', async () => {
    const texts = await textsIn(language);
    const notice = make(operator({ country: 'US', analytics: true, recording: 'possible', recordingConsentEnforced: true, alternatives: [{ label: 'Phone', url: 'tel:+49761000' }] }), texts, language);
    const words = [notice.title, notice.version, ...notice.sections.map(({ title }) => title), ...linesOf(notice).map(wordsOf)].join('\n');
    expect(words).not.toMatch(/\{\w+\}|undefined/);
    expect(new Set(notice.sections.map(({ title }) => title)).size).toBe(SECTIONS.length);
  });
});

describe('as HTML and as Markdown', () => {
  const notice = make(operator({ name: '<b>Example</b> | *GmbH* & [co](x)', recording: 'possible', retention: '`30` days\n# or more' }));
  const html = noticeHtml(notice);
  const markdown = noticeMarkdown(notice);
  /** The words alone. */
  const bare = (text: string): string => text.replaceAll(/&(amp|quot|lt|gt);/g, (_, name: 'amp') => ({ amp: '&', quot: '"', lt: '<', gt: '>' })[name]).replaceAll(/[\\`*|#]|\s|---/g, '');

  it('states the same: each line stands in both', () => {
    for (const line of linesOf(notice).map(wordsOf)) {
      expect(bare(html.replaceAll(/<[^>]*>/g, ''))).toContain(bare(line));
      if (line !== 'Meeting settings') expect(bare(markdown)).toContain(bare(line));
    }
  });

  it('keeps an owner’s words as text', () => {
    expect(html).not.toContain('<b>');
    expect(markdown).toContain('\\<b\\>Example\\</b\\> \\| \\*GmbH\\* \\& \\[co\\](x)');
    expect(markdown).toContain('\\`30\\` days \\# or more');
  });

  it('has headings at the level of the page, and an id for each section', () => {
    expect(noticeHtml(notice, 3)).toMatch(/^<section id="jitsi-gate-notice" lang="en" dir="ltr">\n<h3>Video meetings<\/h3>/);
    for (const id of SECTIONS) expect(html).toContain(`<section id="jitsi-gate-${id}">\n<h3>`);
    expect(noticeMarkdown(notice, 1)).toMatch(/^# Video meetings\n/);
  });
});
