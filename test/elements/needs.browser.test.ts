import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addGate, addReached, inside, part, pressTo, reached, textOf } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, openTwo } from '../support/open-site.js';
import { addSettings, rowsOf } from '../support/settings-on-page.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'test' } as const;
const alternatives = [{ label: { en: 'By telephone', de: 'Telefonisch' }, url: { en: 'tel:+4930111', de: 'tel:+4930222' } }];
const noticeIn = (gate: Element): (string | null | undefined)[] => inside(gate, 'a').filter(({ textContent }) => textContent === 'Privacy notice').map((link) => link.getAttribute('href'));

describe('a gate that is ready', () => {
  it('has the privacy notice, all details and the other ways to take part', async () => {
    openSite({}, { alternatives }).grant('clinic', source);
    const gate = await addReached('ready');
    expect(noticeIn(gate)).toEqual(['/privacy#meetings']);
    expect(inside(gate, '.links a').map(({ textContent }) => textContent)).toEqual(['By telephone (+4930111)']);
    const [summary] = inside(gate, 'details > summary');
    await userEvent.click(summary as HTMLElement);
    await expect.poll(() => inside(gate, 'details dt').map(({ textContent }) => textContent)).toContain('Your rights');
  });
});

describe('the bar of a meeting', () => {
  it('has the privacy notice, which stays the same link while the bar changes', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    expect(noticeIn(gate)).toEqual(['/privacy#meetings']);
    const [link] = inside(gate, '.bar a');
    link?.focus();
    gate.setAttribute('label', 'Another name');
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(inside(gate, '.bar a')).toEqual([link]);
    expect(gate.shadowRoot?.activeElement).toBe(link);
  });

  it('says what the way out does to the permission', async () => {
    openSite();
    const gate = await addReached();
    await pressTo(gate, 'accept', 'live');
    expect(part(gate, 'withdraw').textContent).toBe('Leave and withdraw permission');
  });
});

describe('texts by language', () => {
  it.each([['en', 'By telephone (+4930111)', 'tel:+4930111', '/privacy'], ['de', 'Telefonisch (+4930222)', 'tel:+4930222', '/datenschutz']] as const)('are read in the gate’s language: %s', async (...[lang, text, href, notice]) => {
    openSite({ privacyUrl: { en: '/privacy', de: '/datenschutz' } }, { alternatives });
    const gate = addGate({ lang });
    await reached(gate, 'asking');
    await expect.poll(() => inside(gate, '.links a').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([[text, href]]);
    expect(inside(gate, 'a').map((link) => link.getAttribute('href'))).toContain(notice);
  });

  it('are text, never markup', async () => {
    openSite({}, { alternatives: [{ label: { en: '<b id="bold">x</b>' }, url: '/contact' }] });
    const gate = await addReached();
    expect(inside(gate, '#bold')).toEqual([]);
    expect(textOf(gate)).toContain('<b id="bold">x</b>');
  });
});

describe('the level of the heading', () => {
  const levelOf = (gate: Element): string | null => part(gate, 'heading').getAttribute('aria-level');

  it.each([[{}, {}, '2'], [{ headingLevel: 4 }, {}, '4'], [{ headingLevel: 4 }, { 'heading-level': '3' }, '3']] as const)('is the site’s, or the placeholder’s: %o %o', async (config, attributes, level) => {
    openSite(config);
    const gate = await addReached('asking', attributes);
    expect([part(gate, 'heading').role, levelOf(gate)]).toEqual(['heading', level]);
    await pressTo(gate, 'accept', 'live');
  });

  it('holds in later states', async () => {
    openSite({ headingLevel: 5 }).grant('clinic', source);
    expect(levelOf(await addReached('ready'))).toBe('5');
  });

  it.each(['0', '7', 'two', ''])('that is none leaves nothing to agree to: %j', async (level) => {
    openSite();
    await addReached('invalid', { 'heading-level': level });
  });
});

describe('the settings', () => {
  it.each([
    [{}, 'for up to 182 days'],
    [{ remember: 'never' }, 'once'],
    [{ audience: 'children' }, 'once'],
  ] as const)('say which server a yes allows, and how long it counts: %o', async (config, how) => {
    openTwo(config);
    const settings = await addSettings(2);
    const hosts = [location.host, location.host.replace('127.0.0.1', 'localhost')];
    expect(inside(settings, '[part=allow]').map(({ textContent }) => textContent)).toEqual(hosts.map((host) => `Allow ${host} ${how}`));
    expect(inside(settings, '[part=refuse]').map(({ textContent }) => textContent)).toEqual(hosts.map((host) => `Do not allow ${host}`));
  });

  it('offer all details of each operator', async () => {
    openTwo();
    const settings = await addSettings(2);
    for (const row of rowsOf(settings)) {
      const terms = [...row.querySelectorAll('details details dt')].map(({ textContent }) => textContent);
      expect(terms).toEqual(expect.arrayContaining(['Legal basis', 'Servers contacted', 'Stored entries', 'Your rights']));
    }
  });
});
