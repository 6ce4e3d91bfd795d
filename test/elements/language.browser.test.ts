import { afterEach, describe, expect, it, vi } from 'vitest';
import { addGate, inside, part, pressTo, reached, textOf } from '../support/gate-on-page.js';
import { framesOf } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

afterEach(() => {
  document.documentElement.removeAttribute('lang');
  vi.restoreAllMocks();
});

/** What a gate says first, and in which language and direction it says so. */
async function shown(gate: Element): Promise<readonly [lang: string | null | undefined, dir: string | null | undefined]> {
  await expect.poll(() => inside(gate, '[part="accept"]').length, { timeout: 5000 }).toBe(1);
  const [section] = inside(gate, 'section');
  return [section?.getAttribute('lang'), section?.getAttribute('dir')];
}

describe('a gate speaks', () => {
  it('the language of its placeholder first of all', async () => {
    document.documentElement.lang = 'fr';
    openSite({ lang: 'it' });
    const gate = addGate({ lang: 'de' });
    expect(await shown(gate)).toEqual(['de', 'ltr']);
    expect(part(gate, 'decline').textContent).toBe('Nicht laden');
  });

  it('the language that the site has configured, whatever the page’s', async () => {
    document.documentElement.lang = 'fr';
    openSite({ lang: 'it' });
    expect(await shown(addGate())).toEqual(['it', 'ltr']);
  });

  it('the language of what is around it, with its region', async () => {
    document.documentElement.lang = 'fr';
    openSite();
    const box = document.createElement('section');
    box.lang = 'de-AT';
    document.body.append(box);
    const gate = addGate();
    box.append(gate);
    expect(await shown(gate)).toEqual(['de-AT', 'ltr']);
    box.remove();
  });

  it('the browser’s language where the page says none', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-CN', 'sv-SE', 'en']);
    openSite();
    expect(await shown(addGate())).toEqual(['sv-SE', 'ltr']);
  });

  it('English where no language is known', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-CN']);
    openSite();
    expect(await shown(addGate({ lang: 'zh' }))).toEqual(['en', 'ltr']);
  });

  describe('the page’s, whatever another script made of the browser’s:', () => {
    afterEach(() => Reflect.deleteProperty(navigator, 'languages'));

    it.each<[string, () => unknown, browser?: string]>([
      ['a getter that throws', () => {
        throw new Error('not yours');
      }],
      ['undefined', () => undefined],
      ['null', () => null],
      ['a number', () => 7],
      ['a text', () => 'sv', 'en'],
      ['an object', () => ({ 0: 'sv', length: 1 })],
      ['no texts', () => [1, null, undefined, {}, ['sv'], Symbol('sv')]],
      ['no texts before one', () => [{ toLowerCase: () => [] }, '', 'sv-SE'], 'sv-SE'],
      ['an endless text', () => ['-'.repeat(100_000), 'x'.repeat(100_000)]],
      ['a list that throws', () => Object.assign(['sv'], { [Symbol.iterator]: () => { throw new Error('not yours'); } })],
    ])('%s', async (_, get, browser = 'en') => {
      Object.defineProperty(navigator, 'languages', { configurable: true, get });
      openSite();
      expect(await shown(addGate())).toEqual([browser, 'ltr']);
      document.documentElement.lang = 'fr';
      expect(await shown(addGate())).toEqual(['fr', 'ltr']);
    });
  });

  it.each(['ar', 'he'])('from right to left: %s', async (lang) => {
    openSite();
    expect(await shown(addGate({ lang }))).toEqual([lang, 'rtl']);
  });

  it('no other language before its own', async () => {
    openSite();
    const gate = addGate({ lang: 'pl' });
    const seen = new Set<string>();
    const note = (): void => void seen.add(part(gate, 'decline').textContent ?? '');
    const observer = new MutationObserver(() => inside(gate, '[part="decline"]').length > 0 && note());
    await expect.poll(() => gate.shadowRoot).not.toBeNull();
    if (gate.shadowRoot) observer.observe(gate.shadowRoot, { childList: true, subtree: true, characterData: true });
    await shown(gate);
    note();
    observer.disconnect();
    expect(seen.size).toBe(1);
    expect([...seen]).not.toEqual(['Do not load']);
  });

  it('the same language in every state', async () => {
    openSite();
    const gate = addGate({ lang: 'de' });
    await shown(gate);
    await pressTo(gate, 'accept', 'live');
    expect(part(gate, 'withdraw').textContent).not.toMatch(/Leave/);
    await pressTo(gate, 'withdraw', 'asking');
    expect(textOf(gate)).not.toMatch(/permission|withdrawn/i);
  });

  it('the owner’s own words in that language', async () => {
    openSite({ messages: { de: { decline: 'Lieber nicht' }, 'de-AT': { accept: 'Jo' }, en: { decline: 'No' } } });
    const gate = addGate({ lang: 'de-AT' });
    await shown(gate);
    expect([part(gate, 'decline').textContent, part(gate, 'accept').textContent]).toEqual(['Lieber nicht', 'Jo']);
  });

  it('another language during a meeting, which goes on', async () => {
    openSite();
    const gate = addGate({ lang: 'de' });
    await shown(gate);
    await pressTo(gate, 'accept', 'live');
    const [frame] = framesOf(gate);
    const seen = new Set<string>();
    const observer = new MutationObserver(() => void seen.add(`${inside(gate, 'section')[0]?.getAttribute('lang')}: ${part(gate, 'withdraw').textContent}`));
    if (gate.shadowRoot) observer.observe(gate.shadowRoot, { childList: true, subtree: true, characterData: true, attributes: true });
    gate.setAttribute('lang', 'el');
    await expect.poll(() => inside(gate, 'section')[0]?.getAttribute('lang')).toBe('el');
    // Never in pieces: the words of the meeting change together with everything else.
    await expect.poll(() => [...seen].filter((text) => !text.startsWith('de: Verlassen'))).toEqual([expect.stringMatching(/^el: \p{Script=Greek}/u)]);
    observer.disconnect();
    expect([framesOf(gate), gate.state, frame?.isConnected]).toEqual([[frame], 'live', true]);
    await pressTo(gate, 'withdraw', 'asking');
  });

  it('another language as soon as its attribute says so', async () => {
    openSite();
    const gate = addGate({ lang: 'de' });
    await shown(gate);
    gate.setAttribute('lang', 'nl');
    await expect.poll(() => inside(gate, 'section')[0]?.getAttribute('lang')).toBe('nl');
    await reached(gate, 'asking');
  });
});
