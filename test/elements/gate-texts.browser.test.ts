import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/resolve-locale.js';
import { addGate, addReached, inside, part, pressTo, textOf } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

it('the owner’s own texts replace ours, one by one, with their facts filled in', async () => {
  openSite({ messages: { en: { accept: 'Open the {name} room', decline: 'No, thanks' } } });
  const gate = await addReached();
  expect(['accept', 'decline'].map((name) => part(gate, name).textContent)).toEqual(['Open the Clinic GmbH room', 'No, thanks']);
  expect(textOf(gate)).toContain('Taking part in this meeting');
});

it('the owner’s own texts are text, never markup', async () => {
  openSite({ messages: { en: { intro: '<b id="bold">{domain}</b>' } } });
  const gate = await addReached();
  expect(inside(gate, '#bold')).toEqual([]);
  expect(textOf(gate)).toContain(`<b id="bold">${location.host}</b>`);
});

it('texts of another language stay unused', async () => {
  openSite({ messages: { fr: { accept: 'Charger' } } });
  expect(part(await addReached(), 'accept').textContent).toBe('Load meeting from Clinic GmbH');
});

it('texts that look like parts of a prototype change nothing', async () => {
  openSite({ messages: { en: { toString: 'x', hasOwnProperty: 'y' } } } as never);
  expect(part(await addReached(), 'accept').textContent).toBe('Load meeting from Clinic GmbH');
});

it('an operator’s name is shown as text, whatever it looks like', async () => {
  openSite({}, { name: '<i>{country}</i>' });
  const gate = await addReached();
  expect(inside(gate, 'i')).toEqual([]);
  expect(part(gate, 'accept').textContent).toBe('Load meeting from <i>{country}</i>');
});

it('an owner’s text changes later states, too', async () => {
  openSite({ messages: { en: { declined: 'As you like, {name} was not told.' } } });
  const gate = await addReached();
  await pressTo(gate, 'decline', 'declined');
  expect(part(gate, 'heading').textContent).toBe('As you like, Clinic GmbH was not told.');
});

it('marks the language of its texts', async () => {
  document.documentElement.lang = 'de';
  openSite();
  const gate = await addReached();
  await expect.poll(() => inside(gate, 'section')[0]?.lang).toBe('de');
  document.documentElement.removeAttribute('lang');
});

it('takes colours, corners and font from the site’s own properties', async () => {
  openSite();
  const gate = await addReached();
  gate.style.cssText = '--jitsi-gate-accent: rgb(1, 2, 3); --jitsi-gate-radius: 0px; --jitsi-gate-font: monospace';
  const style = getComputedStyle(part(gate, 'accept'));
  expect([style.backgroundColor, style.borderRadius, style.fontFamily]).toEqual(['rgb(1, 2, 3)', '0px', 'monospace']);
});

it.each(LANGUAGES)('what is read before a choice, without the details, is short: %s', async (lang) => {
  openSite();
  const gate = addGate({ lang });
  await expect.poll(() => inside(gate, 'section')[0]?.lang, { timeout: 5000 }).toBe(lang);
  const words = textOf(gate).split(/\s+/).length;
  expect(words).toBeGreaterThan(60);
  // About 90, and a fifth for names and numbers; some languages write in two words what others write in one (docs/law.md R16).
  expect(words).toBeLessThanOrEqual(/^(en|de)$/.test(lang) ? 110 : 126);
});
