import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inside } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, storedDecisions } from '../support/open-site.js';
import { addMarkup } from '../support/placeholder.js';
import { decisionOf, drawn, pressIn } from '../support/settings-on-page.js';

closeSiteAfterEach();

const dialogs = (): HTMLDialogElement[] => [...document.querySelectorAll('dialog')];

/** The settings in the one dialog of the page, drawn. */
async function shown(rows = 1): Promise<Element> {
  await expect.poll(() => dialogs().length).toBe(1);
  const settings = dialogs()[0]?.querySelector('jitsi-gate-settings');
  if (!settings) throw new Error('the dialog has no settings');
  return drawn(settings, rows);
}

const closeButton = (): HTMLElement => dialogs()[0]?.querySelector('jitsi-gate-settings')?.shadowRoot?.querySelector('[part=close]') as HTMLElement;

describe('a click on [data-jitsi-settings]', () => {
  it.each([
    ['a button', '<button data-jitsi-settings>Settings</button>'],
    ['a link, which is not followed', '<a href="#elsewhere" data-jitsi-settings>Settings</a>'],
    ['something inside it', '<button data-jitsi-settings><span>Settings</span></button>'],
  ])('opens the settings as a modal: %s', async (_, markup) => {
    openSite();
    const link = addMarkup(markup);
    await userEvent.click(link.querySelector('span') ?? link);
    await shown();
    expect([dialogs()[0]?.matches(':modal'), location.hash]).toEqual([true, '']);
  });

  it('that the page has handled itself opens nothing', async () => {
    const site = openSite();
    const link = addMarkup('<button data-jitsi-settings>Settings</button>');
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(link);
    // What this opens comes later than what the click would have opened.
    await site.openSettings();
    expect(dialogs()).toHaveLength(1);
  });

  it('opens nothing after destroy()', async () => {
    const site = openSite();
    const link = addMarkup('<button type="button" data-jitsi-settings>Settings</button>');
    site.destroy();
    await userEvent.click(link);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(dialogs()).toEqual([]);
  });
});

describe('the dialog', () => {
  it('has a name, takes the focus, and gives it back when it is closed by its button', async () => {
    openSite();
    const link = addMarkup('<button data-jitsi-settings>Settings</button>');
    await userEvent.click(link);
    await shown();
    expect([dialogs()[0]?.getAttribute('aria-label'), dialogs()[0]?.contains(document.activeElement)]).toEqual(['Meeting settings', true]);
    await userEvent.click(closeButton());
    await expect.poll(dialogs).toEqual([]);
    expect(document.activeElement).toBe(link);
  });

  it('closes on Escape, also after a decision was made in it, and gives the focus back', async () => {
    openSite();
    const link = addMarkup('<button data-jitsi-settings>Settings</button>');
    link.focus();
    await userEvent.keyboard('{Enter}');
    const settings = await shown();
    await pressIn(settings, 'allow');
    await expect.poll(() => decisionOf(settings)).toContain('Allowed on');
    await userEvent.keyboard('{Escape}');
    await expect.poll(dialogs).toEqual([]);
    expect([document.activeElement === link, storedDecisions()?.['clinic']?.['decision']]).toEqual([true, 'granted']);
  });

  it('is one, however often it is asked for', async () => {
    const site = openSite();
    await Promise.all([site.openSettings(), site.openSettings()]);
    await site.openSettings();
    await shown();
    expect(dialogs()).toHaveLength(1);
  });

  it('can be opened again after it was closed, and shows what is so by then', async () => {
    const site = openSite();
    await site.openSettings();
    await shown();
    await userEvent.click(closeButton());
    await expect.poll(dialogs).toEqual([]);
    site.grant('clinic', { source: 'api', name: 'test' });
    await site.openSettings();
    expect(decisionOf(await shown())).toContain('Allowed on');
  });

  it('keeps the Tab key inside', async () => {
    const site = openSite();
    addMarkup('<button id="outside">Outside</button>');
    await site.openSettings();
    await shown();
    for (let step = 0; step < 8; step += 1) {
      await userEvent.tab();
      expect(document.activeElement?.id).not.toBe('outside');
    }
  });

  it('takes the owner’s own texts', async () => {
    const site = openSite({ messages: { en: { settings: 'Video', close: 'Done' } } });
    await site.openSettings();
    const settings = await shown();
    expect([dialogs()[0]?.getAttribute('aria-label'), inside(settings, '[role=heading]')[0]?.textContent, closeButton().textContent]).toEqual(['Video', 'Video', 'Done']);
  });

  it('goes with the gate of the page on destroy()', async () => {
    const site = openSite();
    await site.openSettings();
    await shown();
    site.destroy();
    await expect.poll(dialogs).toEqual([]);
  });
});
