import { describe, expect, it } from 'vitest';
import type { Gate } from '../../src/index.js';
import { addGate, addReached, controls, inside, part, pressTo } from '../support/gate-on-page.js';
import { traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo, storedDecisions } from '../support/open-site.js';
import { addSettings, decisionOf, drawn, pressIn, rowPart, rowsOf, statusOf } from '../support/settings-on-page.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'test' } as const;
const today = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());
const end = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date(Date.now() + 182 * 86_400_000));

describe('the settings', () => {
  it('have a row for each operator, with name, country and host, in the owner’s order', async () => {
    openTwo();
    const settings = await addSettings(2);
    expect(rowsOf(settings).map((row) => [row.querySelector('h3')?.textContent, row.querySelector('.muted')?.textContent])).toEqual([
      ['Clinic GmbH, Germany', location.host],
      ['School e.V., Austria', location.host.replace('127.0.0.1', 'localhost')],
    ]);
  });

  it('tell what allowing means before it is allowed', async () => {
    openSite();
    const settings = await addSettings();
    const facts = rowsOf(settings)[0]?.querySelector('details')?.textContent ?? '';
    for (const fact of ['Taking part in this meeting', 'IP address', 'Settings and an identifier', 'Privacy notice']) expect(facts).toContain(fact);
  });

  it('work on a page without any gate, and contact nobody', async () => {
    openSite();
    const settings = await addSettings();
    await pressIn(settings, 'allow');
    await expect.poll(() => decisionOf(settings)).toContain('Allowed on');
    expect([storedDecisions()?.['clinic']?.['decision'], traces()]).toEqual(['granted', []]);
  });

  it('show their own content before the site is configured, and are drawn once it is', async () => {
    const settings = document.createElement('jitsi-gate-settings');
    settings.innerHTML = '<p class="fallback">Write to us</p>';
    document.body.append(settings);
    await expect.poll(() => inside(settings, 'slot').length).toBe(1);
    expect(settings.querySelector('.fallback')?.checkVisibility()).toBe(true);
    openSite();
    await drawn(settings);
    expect(settings.querySelector('.fallback')?.checkVisibility()).toBe(false);
  });

  it('take the owner’s own texts, all of them', async () => {
    openSite({ messages: { en: { settings: 'Video', saved: 'Noted.', allow: 'Yes to {name}' } } });
    const settings = await addSettings();
    expect([part(settings, 'heading').textContent, rowPart(settings, 'allow').textContent]).toEqual(['Video', 'Yes to Clinic GmbH']);
    await pressIn(settings, 'allow');
    await expect.poll(() => statusOf(settings).textContent).toBe('Noted.');
  });
});

describe('a row says', () => {
  const says: readonly { what: string; decide: (site: Gate) => unknown; text: string; offered: string[] }[] = [
    { what: 'nothing decided', decide: () => undefined, text: 'Not decided. The site asks before a meeting is loaded.', offered: ['allow', 'refuse'] },
    { what: 'allowed', decide: (site) => site.grant('clinic', source), text: `Allowed on ${today}, until ${end}, on version 1 of the notice.`, offered: ['withdraw'] },
    { what: 'refused', decide: (site) => site.decline('clinic', source), text: `Not allowed since ${today}. Kept until ${end}.`, offered: ['allow'] },
    { what: 'withdrawn', decide: (site) => site.withdraw('clinic'), text: `Withdrawn on ${today}. The site asks before a meeting is loaded.`, offered: ['allow', 'refuse'] },
    { what: 'allowed once', decide: (site) => site.grant('clinic', { ...source, remember: false }), text: `Allowed once, on ${today}. The site asks again next time.`, offered: ['withdraw'] },
  ];

  it.each(says)('what is so, and offers what can be done: $what', async ({ decide, text, offered }) => {
    await decide(openSite());
    const settings = await addSettings();
    expect([decisionOf(settings), controls(settings).filter((name) => !/download|withdraw-all/.test(name))]).toEqual([text, offered]);
  });

  it('that a grant counts no more after the terms changed, and offers to allow again', async () => {
    openSite().grant('clinic', source);
    openSite({ noticeVersion: '2' });
    const settings = await addSettings();
    expect(decisionOf(settings)).toBe(`Allowed on ${today}; that has run out or the terms have changed. The site asks again.`);
    expect(rowPart(settings, 'allow').textContent).toBe(`Allow ${location.host} for up to 182 days`);
  });

  it('that another page view was allowed once, and offers to withdraw, because its meeting may be running', async () => {
    openSite().grant('clinic', { ...source, remember: false });
    openSite();
    const settings = await addSettings();
    expect(decisionOf(settings)).toContain('Allowed once');
    expect(controls(settings).filter((name) => name !== 'download')).toEqual(['withdraw', 'allow', 'refuse', 'withdraw-all']);
  });

  it('that nothing is decided where a refusal counts no more', async () => {
    openSite().decline('clinic', source);
    openSite({ noticeVersion: '2' });
    expect(decisionOf(await addSettings())).toContain('Not decided.');
  });
});

describe('the settings follow', () => {
  it('what a gate decides', async () => {
    openSite();
    const [settings, gate] = [await addSettings(), await addReached()];
    await pressTo(gate, 'decline', 'declined');
    await expect.poll(() => decisionOf(settings)).toContain('Not allowed since');
    await pressTo(gate, 'reconsider', 'asking');
    await pressTo(gate, 'accept', 'live');
    await expect.poll(() => decisionOf(settings)).toContain('Allowed once');
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(() => decisionOf(settings)).toContain('Withdrawn on');
  });

  it('what other settings on the page decide', async () => {
    openSite();
    const [one, two] = [await addSettings(), await addSettings()];
    await pressIn(one, 'allow');
    await expect.poll(() => decisionOf(two)).toContain('Allowed on');
  });

  it('a new configuration', async () => {
    openSite();
    const settings = await addSettings();
    openTwo();
    await drawn(settings, 2);
  });

  it('nothing any more after they left the page, and all of it when they are back', async () => {
    const site = openSite();
    const settings = await addSettings();
    settings.remove();
    site.grant('clinic', source);
    addGate();
    document.body.append(settings);
    await expect.poll(() => decisionOf(settings)).toContain('Allowed on');
  });
});
