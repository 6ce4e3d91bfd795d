import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addReached, inside, part, pressTo, reached } from '../support/gate-on-page.js';
import { traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, openTwo, storedDecisions } from '../support/open-site.js';
import { addSettings, decisionOf, pressIn, rowPart, statusOf } from '../support/settings-on-page.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'test' } as const;

describe('in the settings, the visitor', () => {
  it('allows ahead: gates of that operator are ready, and none starts', async () => {
    openTwo();
    const [settings, clinic, school] = [await addSettings(2), await addReached(), await addReached('asking', { operator: 'school' })];
    await pressIn(settings, 'allow');
    await reached(clinic, 'ready');
    expect([school.state, traces(), storedDecisions()?.['clinic']]).toMatchObject(['asking', [], { decision: 'granted', scope: 'remembered', source: 'visitor' }]);
  });

  it('refuses ahead: gates are closed', async () => {
    openSite();
    const [settings, gate] = [await addSettings(), await addReached()];
    await pressIn(settings, 'refuse');
    await reached(gate, 'declined');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'declined', scope: 'remembered', source: 'visitor' });
  });

  it('withdraws for one, which ends that operator’s meeting only', async () => {
    openTwo();
    const [settings, clinic, school] = [await addSettings(2), await addReached(), await addReached('asking', { operator: 'school' })];
    for (const gate of [clinic, school]) await pressTo(gate, 'accept', 'live');
    await pressIn(settings, 'withdraw', 1);
    await reached(school, 'asking');
    expect([clinic.state, storedDecisions()?.['clinic']?.['decision'], storedDecisions()?.['school']?.['decision']]).toEqual(['live', 'granted', 'withdrawn']);
  });

  it('withdraws everything at once, which leaves a refusal alone', async () => {
    const school = { domain: 'school.example', name: 'School', country: 'AT' };
    const site = openSite({ operators: { a: school, b: school, c: school, d: school }, defaultOperator: 'a' });
    for (const key of ['a', 'b']) site.grant(key, source);
    site.decline('c', source);
    const settings = await addSettings(4);
    await userEvent.click(part(settings, 'withdraw-all'));
    await expect.poll(() => inside(settings, '[part="withdraw-all"]')).toEqual([]);
    const decisions = Object.entries(storedDecisions() ?? {}).map(([key, { decision }]) => [key, decision]);
    expect(Object.fromEntries(decisions)).toEqual({ a: 'withdrawn', b: 'withdrawn', c: 'declined' });
  });

  it('is not offered to withdraw everything where nothing is allowed', async () => {
    openSite();
    expect(inside(await addSettings(), '[part="withdraw-all"]')).toEqual([]);
  });

  it('withdraws while a meeting is on its way, and it never starts', async () => {
    openSite({}, { release: 'slow-settings' });
    const [settings, gate] = [await addSettings(), await addReached()];
    await pressTo(gate, 'accept', 'loading');
    await expect.poll(() => inside(settings, '[part="withdraw"]').length).toBe(1);
    await pressIn(settings, 'withdraw');
    await reached(gate, 'asking');
    await (await fetch('/external_api.js?release=slow-settings-measure')).text();
    expect([gate.state, traces()]).toEqual(['asking', []]);
  });

  it('hears that it is done, and keeps the focus in the settings', async () => {
    openSite();
    const settings = await addSettings();
    expect(statusOf(settings).textContent).toBe('');
    await pressIn(settings, 'refuse');
    await expect.poll(() => statusOf(settings).textContent).toBe('Saved.');
    expect(settings.shadowRoot?.activeElement).toBe(part(settings, 'heading'));
  });

  it('hears that a second choice is done, too', async () => {
    openSite();
    const settings = await addSettings();
    await pressIn(settings, 'refuse');
    await expect.poll(() => statusOf(settings).textContent).toBe('Saved.');
    let spoken = 0;
    const observer = new MutationObserver(() => {
      spoken += 1;
    });
    observer.observe(statusOf(settings), { childList: true, characterData: true, subtree: true });
    await pressIn(settings, 'allow');
    await expect.poll(() => decisionOf(settings)).toContain('Allowed');
    // A screen reader speaks when the text of the region changes, and of nothing else.
    await expect.poll(() => spoken).toBeGreaterThan(0);
    observer.disconnect();
  });

  it.each([{ remember: 'never' }, { audience: 'children' }, { audience: 'employees' }, { audience: 'public-authority' }] as const)(
    'allows for this page view only under %o',
    async (config) => {
      openSite(config);
      const settings = await addSettings();
      await pressIn(settings, 'allow');
      await expect.poll(() => storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted', scope: 'once' });
      document.body.replaceChildren();
      openSite(config);
      await addReached('asking');
    },
  );
});

describe('a click made by a script', () => {
  it.each(['allow', 'refuse'])('decides nothing: %s', async (name) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    openSite();
    const settings = await addSettings();
    rowPart(settings, name).click();
    rowPart(settings, name).dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }));
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect([storedDecisions(), decisionOf(settings)]).toEqual([undefined, 'Not decided. The site asks before a meeting is loaded.']);
    vi.restoreAllMocks();
  });

  it.each(['withdraw', 'withdraw-all'])('takes nothing back either: %s', async (name) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    openSite().grant('clinic', source);
    const settings = await addSettings();
    await expect.poll(() => inside(settings, `[part="${name}"]`).length).toBe(1);
    part(settings, name).click();
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted' });
    vi.restoreAllMocks();
  });
});
