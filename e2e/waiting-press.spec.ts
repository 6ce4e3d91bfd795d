import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, gateOf, openAsking, partOf, press, pressOn, readDecision } from './support/gate.js';
import { holdFile } from './support/hold-file.js';
import { CLUB, makePage, PRACTICE } from './support/made-site.js';
import { readDecisions } from './support/stored.js';

const BODY = '<jitsi-gate id="gate" room="first-room" operator="practice"><p>Call us</p></jitsi-gate>';

/** A page whose gate asks, and how to let the held file come. */
async function openHeld(page: Page, context: BrowserContext, moment: string): Promise<() => void> {
  const release = await holdFile(context, moment);
  await openAsking(page, await makePage(context, { config: { operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' }, body: BODY }));
  return release;
}

const note = (page: Page) => gateOf(page).locator('.note');

/** Gives whatever was released the time to do harm. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
}

for (const moment of ['after-first-look', 'before-choice', 'after-yes']) {
  test(`a press that waits for ${moment} shows so within 100 ms, can be cancelled, and counts once the file is there`, async ({ page, context, foreign }) => {
    const release = await openHeld(page, context, moment);
    // A visitor aims first; until then nobody can know that the file is slow.
    await page.waitForTimeout(800);
    const shown = gateOf(page).evaluate((gate) => new Promise<number>((resolve) => {
      let pressed = 0;
      gate.addEventListener('click', ({ timeStamp }) => (pressed = timeStamp), true);
      const look = (): void => {
        if (gate.shadowRoot?.querySelector('.note')?.textContent) resolve(performance.now() - pressed);
        else requestAnimationFrame(look);
      };
      look();
    }));
    await partOf(page, 'accept').click();
    // A frame or two are the machine's.
    expect(await shown).toBeLessThan(150);
    await expect(note(page)).toContainText('One moment…');
    await partOf(page, 'cancel').click();
    await expect(note(page)).toBeEmpty();
    await foreign.expectSilence();
    await press(page, 'accept');
    await expect(note(page)).toContainText('One moment…');
    release();
    await expectState(page, 'live');
    expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'granted' });
  });
}

const LATER: readonly [title: string, act: (page: Page) => Promise<unknown>, state: string][] = [
  ['the operator is another one', (page) => gateOf(page).evaluate((gate) => gate.setAttribute('operator', 'club')), 'asking'],
  ['the room is another one', (page) => gateOf(page).evaluate((gate) => gate.setAttribute('room', 'second-room')), 'asking'],
  ['the placeholder is wrong', (page) => gateOf(page).evaluate((gate) => gate.setAttribute('room', 'a#b')), 'invalid'],
  ['it was cancelled', (page) => partOf(page, 'cancel').click(), 'asking'],
];

for (const moment of ['before-choice', 'after-yes']) {
  for (const [title, act, state] of LATER) {
    test(`a press that waits for ${moment} is dropped when ${title}`, async ({ page, context, foreign }) => {
      const release = await openHeld(page, context, moment);
      await press(page, 'accept');
      await expect(note(page)).toContainText('One moment…');
      await act(page);
      await expectState(page, state);
      release();
      await settle(page);
      await foreign.expectSilence();
      await expectState(page, state);
      expect(await readDecisions(page)).toEqual({});
    });
  }
}

test('a press before the configuration is checked loads nothing where it turns out wrong', async ({ page, context, foreign }) => {
  const release = await holdFile(context, 'after-first-look');
  await openAsking(page, await makePage(context, { config: { operators: { practice: PRACTICE }, storage: 'disk' }, body: BODY }));
  await press(page, 'accept');
  await expect(note(page)).toContainText('One moment…');
  release();
  await expectState(page, 'invalid');
  await settle(page);
  await foreign.expectSilence();
  await expect(page.getByText('Call us')).toBeVisible();
  expect(await readDecisions(page)).toEqual({});
});

test('a gate that leaves the page takes its waiting press along', async ({ page, context, foreign }) => {
  const release = await openHeld(page, context, 'after-yes');
  await press(page, 'accept');
  await expect(note(page)).toContainText('One moment…');
  await gateOf(page).evaluate((gate) => gate.remove());
  release();
  await settle(page);
  await page.evaluate(() => document.body.append(Reflect.get(window, 'gate') as Node ?? ''));
  await foreign.expectSilence();
  expect(await readDecisions(page)).toEqual({});
});

test('accept, decline, choose again: the first accept never fires', async ({ page, context, foreign }) => {
  const release = await openHeld(page, context, 'after-yes');
  await press(page, 'accept');
  await expect(note(page)).toContainText('One moment…');
  await partOf(page, 'decline').click();
  await expectState(page, 'declined');
  await partOf(page, 'reconsider').click();
  await expectState(page, 'asking');
  release();
  await settle(page);
  await foreign.expectSilence();
  await expectState(page, 'asking');
  expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'declined' });
});

test('of two presses on two operators each means what was shown', async ({ page, context, foreign }) => {
  const release = await openHeld(page, context, 'after-yes');
  await press(page, 'accept');
  await expect(note(page)).toContainText('One moment…');
  await gateOf(page).evaluate((gate) => gate.setAttribute('operator', 'club'));
  await expect(partOf(page, 'accept')).toHaveText('Load meeting from Other Club');
  await pressOn(partOf(page, 'accept'));
  release();
  await expectState(page, 'live');
  expect(Object.keys(await readDecisions(page))).toEqual(['club']);
  expect(foreign.requests.filter(({ url }) => url.includes('meet.example.eu'))).toEqual([]);
});

test('the decision of one gate is told before another gate moves because of it', async ({ page, context }) => {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const type of ['jitsi-gate-state', 'jitsi-gate-decision'] as const) {
      document.addEventListener(type, ({ type: name, target, detail }) => told.push([name, (target as Element).id, 'to' in detail ? detail.to : ''].join(' ').trim()));
    }
  });
  await page.goto(await makePage(context, { body: '<jitsi-gate id="a" room="one"></jitsi-gate><jitsi-gate id="b" room="two"></jitsi-gate>' }));
  await expect(page.locator('#a')).toHaveAttribute('state', 'asking');
  await pressOn(page.locator('#a [part="accept"]'));
  await expect(page.locator('#a')).toHaveAttribute('state', 'live');
  const told = await page.evaluate(() => Reflect.get(window, 'told') as string[]);
  expect(told.filter((line) => !line.endsWith('asking'))).toEqual(['jitsi-gate-decision a', 'jitsi-gate-state a loading', 'jitsi-gate-state b ready', 'jitsi-gate-state a live']);
});
