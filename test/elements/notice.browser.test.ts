import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { JitsiGateNoticeElement, OperatorInput } from '../../src/index.js';
import { SECTIONS } from '../../src/notice/notice.js';
import { addReached, inside } from '../support/gate-on-page.js';
import { traces } from '../support/meeting-of.js';
import { clinic, closeSiteAfterEach, openSite, openTwo, school } from '../support/open-site.js';

closeSiteAfterEach();

const added = (attributes: Readonly<Record<string, string>> = {}): JitsiGateNoticeElement => {
  const notice = document.createElement('jitsi-gate-notice');
  for (const [name, value] of Object.entries(attributes)) notice.setAttribute(name, value);
  notice.innerHTML = '<p class="fallback">Write to us</p>';
  document.body.append(notice);
  return notice;
};
const sectionOf = (notice: Element): HTMLElement | null => notice.querySelector<HTMLElement>('#jitsi-gate-notice');

async function drawn(notice: Element): Promise<HTMLElement> {
  await expect.poll(() => sectionOf(notice), { timeout: 6000, interval: 10 }).not.toBe(null);
  return sectionOf(notice) as HTMLElement;
}
const headings = (section: Element): string[] => [...section.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) => localName);

describe('<jitsi-gate-notice>', () => {
  it('shows its own content before the site is configured, and the notice once it is; contacts nobody', async () => {
    const notice = added();
    const fallback = notice.querySelector('.fallback');
    expect(fallback?.checkVisibility()).toBe(true);
    openSite();
    await drawn(notice);
    expect([fallback?.checkVisibility(), fallback?.isConnected, traces()]).toEqual([false, true, []]);
  });

  it('is a part of the page: every section has its id, and the page’s own search and styles reach it', async () => {
    openSite();
    const section = await drawn(added());
    expect([...section.querySelectorAll(':scope > section')].map(({ id }) => id)).toEqual(SECTIONS.map((id) => `jitsi-gate-${id}`));
    expect(section.getRootNode()).toBe(document);
    expect(section.checkVisibility()).toBe(true);
  });

  it('has headings at the page’s level: of its attribute, or of the site', async () => {
    openSite({ headingLevel: 3 });
    expect(headings(await drawn(added())).slice(0, 2)).toEqual(['h3', 'h4']);
    document.body.replaceChildren();
    const notice = added({ 'heading-level': '5' });
    expect(new Set(headings(await drawn(notice)))).toEqual(new Set(['h5', 'h6']));
    notice.setAttribute('heading-level', '1');
    await expect.poll(() => headings(sectionOf(notice) as HTMLElement).slice(0, 2)).toEqual(['h1', 'h2']);
    notice.setAttribute('heading-level', 'second');
    await expect.poll(() => headings(sectionOf(notice) as HTMLElement)[0]).toBe('h3');
  });

  it('follows the language of its place, and goes back', async () => {
    openSite();
    const notice = added();
    await drawn(notice);
    notice.lang = 'ar';
    await expect.poll(() => [sectionOf(notice)?.dir, sectionOf(notice)?.lang]).toEqual(['rtl', 'ar']);
    notice.removeAttribute('lang');
    await expect.poll(() => sectionOf(notice)?.querySelector('h2')?.textContent).toBe('Video meetings');
  });

  it('takes the owner’s own texts, and shows a change of the configuration', async () => {
    openSite({ messages: { en: { settings: 'Video choices' } } });
    const notice = added();
    expect((await drawn(notice)).querySelector('button')?.textContent).toBe('Video choices');
    openSite({ site: 'Other practice' });
    await expect.poll(() => sectionOf(notice)?.textContent).toContain('Other practice is responsible');
    expect(notice.querySelectorAll('#jitsi-gate-notice')).toHaveLength(1);
  });

  it('opens the settings', async () => {
    openSite();
    await userEvent.click((await drawn(added())).querySelector('button') as HTMLElement);
    await expect.poll(() => document.querySelector('dialog')?.open).toBe(true);
    document.querySelector('dialog')?.close();
  });

  it('leaves a gap where nobody has said who is responsible: a host is no controller', async () => {
    openSite();
    const gaps = [...(await drawn(added())).querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(gaps[0]).toBe('To be completed by the site: who is responsible for this site');
  });

  it('keeps markup in names as text', async () => {
    openSite({ site: '<img src=x onerror=alert(1)>' }, { name: '<b>Clinic</b>' });
    const section = await drawn(added());
    expect([section.querySelector('img,b'), section.textContent.includes('<b>Clinic</b>')]).toEqual([null, true]);
  });

  it('names each of two operators', async () => {
    openTwo();
    const section = await drawn(added());
    for (const { name } of [clinic, school]) expect([...section.querySelectorAll('h4')].filter(({ textContent }) => textContent.includes(name ?? '?')).length).toBeGreaterThan(3);
  });
});

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('the gate and the notice', () => {
  const cases: readonly [what: string, config: Parameters<typeof openSite>[0], operator: Partial<OperatorInput>][] = [
    ['a server of the site', { site: 'Practice Dr. Roe' }, { role: 'processor', retention: '30 days', hosting: { name: 'Hoster SE', country: 'DE' }, recording: 'never' }],
    ['one abroad, with recipients', { site: 'Practice Dr. Roe' }, { country: 'US', recording: 'possible', recordingConsentEnforced: true, transfer: { tool: 'scc', evidenceUrl: 'https://example.eu/scc', checkedOn: '2026-11-01' }, recipients: [{ name: 'Counters Ltd', country: 'GB', purpose: 'statistics' }] }],
    ['a requested service', { site: 'Practice Dr. Roe', basis: 'requested-service' }, { privacyUrl: 'https://example.eu/privacy', hosts: ['turn.example.eu'] }],
    ['a platform asks', { site: 'Practice Dr. Roe', cmp: 'klaro', storage: 'cookie' }, {}],
    ['calls go directly between two', { site: 'Practice Dr. Roe', jitsi: { configOverwrite: { p2p: { enabled: true } } } }, {}],
  ];

  it.each(cases)('state the same facts: %s', async (_what, config, operator) => {
    openSite(config, operator);
    const gate = await addReached();
    const [summary] = inside(gate, 'details > summary');
    await userEvent.click(summary as HTMLElement);
    await expect.poll(() => inside(gate, 'details dt').length).toBeGreaterThan(8);
    const text = words((await drawn(added())).textContent);
    const facts = inside(gate, 'dd').flatMap((fact) => [...(fact.querySelector('td,li') ? fact.querySelectorAll('td,li') : [fact])]);
    const said = facts.flatMap(({ textContent }) => words(textContent).split(/(?<=[.]) /));
    expect(said.length).toBeGreaterThan(30);
    // How long a server keeps data is a gap in the notice where nobody says it.
    expect(said.filter((fact) => !text.includes(fact) && fact !== 'not stated')).toEqual([]);
    expect(text.includes('To be completed by the site: how long')).toBe(said.includes('not stated'));
  });
});
