import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { failFile } from '../support/fail-file.js';
import { aimedAt } from '../support/aim.js';
import { controls, part, reached, showsFallback } from '../support/gate-on-page.js';
import { closeSite, storedDecisions } from '../support/open-site.js';
import { type OwnPage, openOwnPage } from '../support/page-of-its-own.js';
import { gated } from '../support/placeholder.js';

afterEach(closeSite);

const short = { domain: location.host, operator: 'Clinic GmbH', country: 'DE', privacyUrl: '/privacy' };
const room = '<div data-jitsi-room="room-one"><p class="fallback">Call us</p></div>';

/** Opens a page with one gate while a file of ours cannot be had. */
function openWithout(file: string): Promise<{ own: OwnPage; gate: Element }> {
  failFile(file);
  return open(room);
}

/** Opens a page of that markup, with one gate. */
async function open(markup: string): Promise<{ own: OwnPage; gate: Element }> {
  const own = await openOwnPage(markup, short);
  return { own, gate: await gated(own.document.querySelector('div') as Element) };
}

/** A visitor's click on the button of that name, in the page of its own. */
async function pressIn({ own, gate }: { own: OwnPage; gate: Element }, name: string): Promise<void> {
  const frame = own.document.defaultView?.frameElement;
  if (!frame) throw new Error('the page has gone');
  await aimedAt(() => part(gate, 'accept'));
  await page.frameLocator(page.elementLocator(frame)).getByRole('button', { name, exact: true }).click();
}

const foreign = (own: OwnPage): number => own.document.querySelectorAll('iframe, script[src]').length;

it('the meeting starts where every file is there, by the same way', async () => {
  const { own, gate } = await openWithout('none-of-ours');
  await pressIn({ own, gate }, 'Load meeting from Clinic GmbH');
  await reached(gate, 'live');
});

it('where presses cannot be told apart, nothing can be agreed to and the author’s content shows', async () => {
  const own = await openOwnPage(`<script>IntersectionObserver = undefined</script>${room}`, short);
  const gate = await gated(own.document.querySelector('div') as Element, 'invalid');
  expect([showsFallback(gate), controls(gate), foreign(own), storedDecisions()]).toEqual([true, [], 0, undefined]);
});

const answered = (gate: Element): string => gate.shadowRoot?.querySelector('.note')?.textContent ?? '';
const STUCK = 'Nothing came. Check your connection, press again, or reload the page.';

describe.each(['after-first-look', 'before-choice', 'after-yes'])('where the file %s cannot be had', (file) => {
  it('agreeing loads nothing and records nothing; the visitor reads why, and can agree once it is there', async () => {
    const { own, gate } = await openWithout(file);
    await pressIn({ own, gate }, 'Load meeting from Clinic GmbH');
    await expect.poll(() => answered(gate)).toBe(STUCK);
    expect([gate.getAttribute('state'), foreign(own), storedDecisions()]).toEqual(['asking', 0, undefined]);
    failFile('none-of-ours');
    await pressIn({ own, gate }, 'Load meeting from Clinic GmbH');
    await reached(gate, 'live');
  });

  it('declining still works, and loads nothing', async () => {
    const { own, gate } = await openWithout(file);
    await pressIn({ own, gate }, 'Do not load');
    await reached(gate, 'declined');
    expect(foreign(own)).toBe(0);
    // Only what keeps decisions can keep this one, and only where the configuration was checked.
    expect(storedDecisions()?.[location.host]?.['decision']).toBe(file === 'after-yes' ? 'declined' : undefined);
  });

  it('the owner is told', async () => {
    const { own, gate } = await openWithout(file);
    await pressIn({ own, gate }, 'Load meeting from Clinic GmbH');
    const said = (): number => [...own.errors, ...own.warnings].filter((line) => line.startsWith('[jitsi-gate]') && line.includes(file)).length;
    await expect.poll(said).toBe(1);
  });
});
