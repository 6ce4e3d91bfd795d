import { describe, expect, it } from 'vitest';
import { addReached, inside, part, press, pressTo } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();

async function boxes(config: Parameters<typeof openSite>[0], operator: Parameters<typeof openSite>[1] = {}): Promise<HTMLElement[]> {
  openSite(config, operator);
  const gate = await addReached();
  return inside(gate, 'input');
}

it('offers to remember by one unticked box with a label of its own', async () => {
  const [box, ...others] = await boxes({});
  expect(others).toEqual([]);
  expect(box).toMatchObject({ type: 'checkbox', checked: false, defaultChecked: false });
  expect(box?.closest('label')?.textContent.trim()).toBe('Load from Clinic GmbH on this site for up to 182 days without asking again');
});

describe('does not offer to remember', () => {
  it.each([
    ...(['children', 'employees', 'public-authority'] as const).map((audience) => ({ audience })),
    { remember: 'never' },
    { basis: 'requested-service' },
  ] as const)('under %o', async (config) => {
    expect(await boxes(config)).toEqual([]);
  });

  it('where the transfer rests on explicit consent (art49)', async () => {
    expect(await boxes({}, { country: 'US', transfer: { tool: 'art49' } })).toEqual([]);
  });
});

it.each(['dpf', 'scc', 'adequacy', 'unknown'] as const)('offers to remember where the transfer rests on %s', async (tool) => {
  expect(await boxes({}, { country: 'US', transfer: { tool } })).toHaveLength(1);
});

it('says for how long', async () => {
  const [box] = await boxes({ maxAgeDays: 30 });
  expect(box?.closest('label')?.textContent).toContain('for up to 30 days');
});

describe('what accepting keeps', () => {
  it('is a decision for once without the tick, asked again on the next page view', async () => {
    openSite();
    await pressTo(await addReached(), 'accept', 'live');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted', scope: 'once', purposes: ['load'], source: 'visitor' });
    document.body.replaceChildren();
    openSite();
    await addReached('asking');
  });

  it('is a remembered decision with the tick, which makes later page views ready', async () => {
    openSite();
    const gate = await addReached();
    await press(gate, 'remember');
    await pressTo(gate, 'accept', 'live');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted', scope: 'remembered' });
    document.body.replaceChildren();
    openSite();
    const later = await addReached('ready');
    expect(inside(later, 'iframe')).toEqual([]);
  });

  it('is for once where the tick was taken back', async () => {
    openSite();
    const gate = await addReached();
    await press(gate, 'remember');
    await press(gate, 'remember');
    await pressTo(gate, 'accept', 'live');
    expect(storedDecisions()?.['clinic']).toMatchObject({ scope: 'once' });
  });

  it('lasts as long as the owner says', async () => {
    openSite({ maxAgeDays: 30 });
    await pressTo(await addReached(), 'accept', 'live');
    const { at, until } = storedDecisions()?.['clinic'] ?? {};
    expect(Date.parse(String(until)) - Date.parse(String(at))).toBe(30 * 86_400_000);
  });

  it('never holds the room’s name', async () => {
    openSite();
    await pressTo(await addReached('asking', { room: 'room-secret', label: 'Grief group' }), 'accept', 'live');
    expect([...Object.keys(localStorage), JSON.stringify(storedDecisions()?.['clinic'])].join()).toMatch(/^(?!.*(secret|grief)).*granted/i);
  });
});

describe('the tick', () => {
  it('counts for its own question only: asked again, the box is unticked and nothing is remembered', async () => {
    openSite();
    const gate = await addReached();
    await press(gate, 'remember');
    await pressTo(gate, 'decline', 'declined');
    await pressTo(gate, 'reconsider', 'asking');
    expect(part(gate, 'remember')).toMatchObject({ checked: false });
    await pressTo(gate, 'accept', 'live');
    expect(storedDecisions()?.['clinic']).toMatchObject({ scope: 'once' });
  });

  it('that the visitor sees is the one that counts when the gate is drawn anew', async () => {
    openSite();
    const gate = await addReached();
    await press(gate, 'remember');
    gate.setAttribute('label', 'Another name');
    await expect.poll(() => part(gate, 'heading').textContent).toContain('Another name');
    const isTicked = (part(gate, 'remember') as HTMLInputElement).checked;
    await pressTo(gate, 'accept', 'live');
    expect(storedDecisions()?.['clinic']?.['scope']).toBe(isTicked ? 'remembered' : 'once');
  });
});

it('keeps a refusal as long as a grant, and shows it on the next page view', async () => {
  openSite();
  await pressTo(await addReached(), 'decline', 'declined');
  const { decision, at, until } = storedDecisions()?.['clinic'] ?? {};
  expect([decision, Date.parse(String(until)) - Date.parse(String(at))]).toEqual(['declined', 182 * 86_400_000]);
  document.body.replaceChildren();
  openSite();
  await addReached('declined');
});

it('asks again after the terms changed', async () => {
  openSite().grant('clinic', { source: 'api', name: 'test' });
  openSite();
  await addReached('ready');
  document.body.replaceChildren();
  openSite({}, { recording: 'always' });
  await addReached('asking');
});
