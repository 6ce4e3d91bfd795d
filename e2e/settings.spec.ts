import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from 'playwright/test';
import { findViolations, loadAxe } from './support/axe.js';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, focusedPart, gateLines, listenToConsole, openAsking, OPERATOR, press, pressOn, tracesOf } from './support/gate.js';
import { CLUB, makePage, PRACTICE } from './support/made-site.js';
import { findMissing, receiptSchema } from './support/receipt-schema.js';
import { readDecisions } from './support/stored.js';

const LINK = '<p><a href="#settings" data-jitsi-settings id="open">Meeting settings</a></p>';
const SECTION = '<jitsi-gate-settings><p>Fallback</p></jitsi-gate-settings>';
const TWO = { operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' };
const GATES = '<div id="one" data-jitsi-room="one-x8k2pq9z"></div><div id="two" data-jitsi-room="two-x8k2pq9z" data-jitsi-operator="club"></div>';

/** The settings' row of an operator. */
function rowOf(page: Page, name: string): Locator {
  return page.locator('jitsi-gate-settings article').filter({ hasText: name });
}

/** Opens a page with two operators: the settings as a section, above one gate for each. */
async function openSection(page: Page, context: BrowserContext, body = SECTION + GATES): Promise<void> {
  await page.goto(await makePage(context, { config: TWO, body }));
  await expect(rowOf(page, 'Other Club')).toBeVisible();
}

test.describe('a click on [data-jitsi-settings] on a page without any placeholder', () => {
  test.beforeEach(async ({ page, context }) => {
    await page.goto(await makePage(context, { config: TWO, body: LINK }));
  });

  test('opens the settings, and nothing but the entry was fetched before it', async ({ page, foreign }) => {
    const fetched = (): Promise<string[]> => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    await foreign.expectSilence();
    expect((await fetched()).filter((path) => path.startsWith('/assets/'))).toEqual(['/assets/jitsi-gate.js']);
    await page.click('#open');
    await expect(page.getByRole('dialog', { name: 'Meeting settings' })).toBeVisible();
    await expect(rowOf(page, 'Example GmbH')).toContainText('Not decided.');
    await expect(rowOf(page, 'Other Club, France')).toContainText('Not decided.');
    expect(new URL(page.url()).hash).toBe('');
    await foreign.expectSilence();
  });

  test('is not followed either when it is clicked again while the settings are on their way', async ({ page, context }) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route('**/assets/jitsi-gate/**', async (route) => {
      await released;
      await route.continue();
    });
    for (let click = 0; click < 3; click += 1) await page.click('#open');
    expect(new URL(page.url()).hash).toBe('');
    release();
    await expect(page.getByRole('dialog', { name: 'Meeting settings' })).toHaveCount(1);
    await expect(rowOf(page, 'Other Club')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('keeps the focus inside, closes on Escape, and gives the focus back', async ({ page }) => {
    await page.focus('#open');
    await page.keyboard.press('Enter');
    await expect(rowOf(page, 'Other Club')).toBeVisible();
    const isInside = (): Promise<boolean> => page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body || activeElement?.closest('dialog') !== null;
    });
    const seen = new Set<string>();
    for (let step = 0; step < 16; step += 1) {
      await page.keyboard.press('Tab');
      expect(await isInside(), `step ${step}`).toBe(true);
      seen.add(await focusedPart(page));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['allow', 'refuse']));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('#open')).toBeFocused();
  });

  test('closes by its button and can be opened again, once at a time', async ({ page }) => {
    for (let round = 0; round < 2; round += 1) {
      await page.click('#open');
      await page.getByRole('button', { name: 'Close' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.locator('#open')).toBeFocused();
    }
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#open')?.click();
      document.querySelector<HTMLElement>('#open')?.click();
    });
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });

  test('opens for a click in the moment in which it is closed', async ({ page }) => {
    await page.click('#open');
    await page.getByRole('dialog').evaluate((dialog: HTMLDialogElement) => {
      dialog.close();
      document.querySelector<HTMLElement>('#open')?.click();
    });
    await expect(page.locator('dialog')).toHaveCount(1);
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });
});

test.describe('the settings on a page without any placeholder', () => {
  for (const form of ['section', 'dialog'] as const) {
    test(`decide for the whole site, and a withdrawal there closes the meeting in another tab (${form})`, async ({ page, context, foreign }) => {
      await page.goto(await makePage(context, { config: TWO, body: form === 'section' ? SECTION : LINK, path: '/settings.html' }));
      if (form === 'dialog') await page.click('#open');
      await pressOn(rowOf(page, 'Example GmbH').locator('[part="allow"]'));
      await expect(rowOf(page, 'Example GmbH')).toContainText('Allowed on');
      await foreign.expectSilence();
      const other = await context.newPage();
      await other.goto(await makePage(context, { config: TWO }));
      await expectState(other, 'ready');
      await press(other, 'accept');
      await expectState(other, 'live');
      await rowOf(page, 'Example GmbH').locator('[part="withdraw"]').click();
      await expectState(other, 'asking');
      await expect.poll(() => tracesOf(other, OPERATOR)).toEqual([]);
      await expect(page.getByRole('button', { name: 'Download receipts (2)' })).toBeVisible();
    });
  }
});

test.describe('<jitsi-gate-settings> as a section', () => {
  test('shows each operator with its decision, when, until when, and on which notice', async ({ page, context }) => {
    await page.clock.setFixedTime(new Date('2026-11-02T08:00:00Z'));
    await openSection(page, context);
    await pressOn(rowOf(page, 'Example GmbH').locator('[part="allow"]'));
    await rowOf(page, 'Other Club').locator('[part="refuse"]').click();
    await expect(rowOf(page, 'Example GmbH')).toContainText('Allowed on November 2, 2026, until May 3, 2027, on version 1 of the notice.');
    await expect(rowOf(page, 'Other Club')).toContainText('Not allowed since November 2, 2026. Kept until May 3, 2027.');
    await rowOf(page, 'Example GmbH').locator('[part="withdraw"]').click();
    await expect(rowOf(page, 'Example GmbH')).toContainText('Withdrawn on November 2, 2026.');
    await expect(page.locator('jitsi-gate-settings').getByRole('status')).toHaveText('Saved.');
  });

  test('allows ahead: the gates of that operator become ready, and nothing is loaded', async ({ page, context, foreign }) => {
    await openSection(page, context);
    await pressOn(rowOf(page, 'Example GmbH').locator('[part="allow"]'));
    await expectState(page, 'ready', '#one');
    await expectState(page, 'asking', '#two');
    expect(await readDecisions(page)).toMatchObject({ practice: { decision: 'granted', scope: 'remembered', source: 'visitor' } });
    await foreign.expectSilence();
  });

  test('refuses ahead: the gates of that operator show their calm line', async ({ page, context, foreign }) => {
    await openSection(page, context);
    await rowOf(page, 'Other Club').locator('[part="refuse"]').click();
    await expectState(page, 'declined', '#two');
    await expectState(page, 'asking', '#one');
    await foreign.expectSilence();
  });

  test('withdraws for one operator, and its meeting goes while the other one stays', async ({ page, context }) => {
    await openSection(page, context);
    for (const gate of ['#one', '#two']) await press(page, 'accept', gate);
    for (const gate of ['#one', '#two']) await expectState(page, 'live', gate);
    await rowOf(page, 'Example GmbH').locator('[part="withdraw"]').click();
    await expectState(page, 'asking', '#one');
    await expect.poll(() => foreignFrames(page).map((url) => new URL(url).host)).toEqual(['other.example.org']);
    await expectState(page, 'live', '#two');
  });

  test('withdraws everything, and every meeting goes, here and in the other tab', async ({ page, context }) => {
    await openSection(page, context);
    const other = await context.newPage();
    await openAsking(other, await makePage(context, { path: '/other.html', config: TWO }));
    await acceptUntilLive(other);
    for (const gate of ['#one', '#two']) await press(page, 'accept', gate);
    for (const gate of ['#one', '#two']) await expectState(page, 'live', gate);
    await page.locator('jitsi-gate-settings [part="withdraw-all"]').click();
    for (const gate of ['#one', '#two']) await expectState(page, 'asking', gate);
    await expectState(other, 'asking');
    await expect.poll(() => [...foreignFrames(page), ...foreignFrames(other)]).toEqual([]);
    await expect.poll(() => tracesOf(page, OPERATOR)).toEqual([]);
    expect(await readDecisions(page)).toMatchObject({ practice: { decision: 'withdrawn' }, club: { decision: 'withdrawn' } });
  });

  test('follows what is decided in a gate and in another tab', async ({ page, context }) => {
    await openSection(page, context);
    await press(page, 'decline', '#one');
    await expect(rowOf(page, 'Example GmbH')).toContainText('Not allowed since');
    const other = await context.newPage();
    await other.goto('/made.html');
    await pressOn(rowOf(other, 'Other Club').locator('[part="allow"]'));
    await expect(rowOf(page, 'Other Club')).toContainText('Allowed on');
  });

  test('ignores clicks that a script makes', async ({ page, context }) => {
    const lines = listenToConsole(page);
    await openSection(page, context);
    await page.evaluate(() => {
      const root = document.querySelector('jitsi-gate-settings')?.shadowRoot;
      for (const button of root?.querySelectorAll<HTMLElement>('button') ?? []) button.click();
    });
    await expect.poll(() => gateLines(lines)).toEqual(['warning: [jitsi-gate] untrusted: a click made by a script was ignored']);
    expect(await readDecisions(page)).toEqual({});
    await expectState(page, 'asking', '#one');
  });

  test('offers every receipt as a JSON file of the published form', async ({ page, context }) => {
    await openSection(page, context);
    await expect(page.locator('jitsi-gate-settings')).toContainText('No receipts yet.');
    await pressOn(rowOf(page, 'Example GmbH').locator('[part="allow"]'));
    await rowOf(page, 'Other Club').locator('[part="refuse"]').click();
    await rowOf(page, 'Example GmbH').locator('[part="withdraw"]').click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download receipts (3)' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('jitsi-gate-receipts.json');
    const receipts = JSON.parse(await readFile(await download.path(), 'utf8')) as { events: { event_state: string }[] }[];
    expect(receipts.map(({ events }) => events[0]?.event_state)).toEqual(['given', 'refused', 'withdrawn']);
    for (const receipt of receipts) expect(findMissing(receiptSchema(), receipt)).toEqual([]);
    // In Node, by the package that was built, and by a validator that is not ours.
    const { verifyReceipt } = await import(new URL('../dist/index.js', import.meta.url).href) as { verifyReceipt(receipt: unknown): Promise<unknown> };
    const ajv = new Ajv2020({ strict: true });
    formats.default(ajv);
    for (const receipt of receipts) {
      expect(await verifyReceipt(receipt)).toEqual({ ok: true });
      expect(ajv.validate(receiptSchema(), receipt), JSON.stringify(ajv.errors)).toBe(true);
      const text = (receipt as unknown as { shown: { text: string } }).shown.text;
      expect(text.split('\n')).toEqual(expect.arrayContaining(['Meeting settings', 'Example GmbH, Germany', 'Run by']));
      expect(await verifyReceipt({ ...receipt, language: 'xx' })).toMatchObject({ ok: false, issues: [{ path: 'language' }] });
    }
  });
});

for (const form of ['section', 'dialog'] as const) {
  test(`the ${form} has nothing for axe to find, light and dark, at 320 and 1280 pixels`, async ({ page, context }) => {
    await openSection(page, context, form === 'section' ? SECTION : `${LINK}${SECTION}`);
    await pressOn(rowOf(page, 'Example GmbH').locator('[part="allow"]'));
    if (form === 'dialog') await page.click('#open');
    await loadAxe(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 720 });
        const look = `${form}, ${colorScheme}, ${width} pixels`;
        expect.soft(await findViolations(page), look).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), look).toBe(0);
      }
    }
  });
}
