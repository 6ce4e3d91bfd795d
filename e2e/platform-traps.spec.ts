import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, press, readDecision } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { REAL_PLATFORMS, type RealPlatform, servePlatforms } from './support/platforms.js';

/** Settings of real platforms, and moments, in which they say yes although nobody was asked. */

test.use({ viewport: { width: 1280, height: 1300 } });
test.beforeEach(({ context }) => servePlatforms(context));

const byName = (name: string): RealPlatform => REAL_PLATFORMS.find((one) => one.name === name) as RealPlatform;
const settle = (page: Page): Promise<void> => page.waitForTimeout(2600);

interface Changed {
  /** What stands elsewhere in its markup. */
  readonly changes?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, unknown>>;
}

async function open(page: Page, platform: RealPlatform, { changes = {}, config = {} }: Changed = {}): Promise<void> {
  let head = platform.head();
  for (const [from, to] of Object.entries(changes)) {
    expect(head).toContain(from);
    head = head.replaceAll(from, to);
  }
  await page.goto(await makePage(page.context(), { head, config: { ...platform.options, ...config } }));
  await page.mouse.click(5, 5);
  await settle(page);
}

test.describe('klaro', () => {
  const klaro = byName('klaro');

  test('what is toggled in its dialog counts once it is saved', async ({ page }) => {
    await open(page, klaro);
    await klaro.refuse(page);
    await page.evaluate("klaro.show(); klaro.getManager().updateConsent('jitsi', true); klaro.getManager().applyConsents();");
    await settle(page);
    await expectState(page, 'asking');
    await page.evaluate("klaro.getManager().saveAndApplyConsents('save');");
    await expectState(page, 'ready');
  });

  test('what is toggled in its open dialog is not saved by a choice at the gate', async ({ page }) => {
    await open(page, klaro, { config: { cmpWriteBack: true } });
    await klaro.refuse(page);
    const before = await klaro.said(page);
    await page.evaluate("klaro.getManager().updateConsent('video', true);");
    await acceptUntilLive(page, { remember: true });
    await settle(page);
    expect(await klaro.said(page)).toEqual(before);
  });

  test('a service that is required is no answer', async ({ page }) => {
    await open(page, klaro, { changes: { '"default":true': '"required":true' } });
    await klaro.refuse(page);
    await settle(page);
    await expectState(page, 'asking');
    expect(await readDecision(page, 'practice')).toBeUndefined();
  });
});

test.describe('vanilla-cookieconsent', () => {
  const vanilla = byName('vanilla-cookieconsent');

  test('what is on until the visitor opts out is no answer', async ({ page }) => {
    await open(page, vanilla, { changes: { '{"hideFromBots":false,': '{"hideFromBots":false,"mode":"opt-out",', '"embeds":{': '"embeds":{"enabled":true,' } });
    expect(await page.evaluate('CookieConsent.getUserPreferences().acceptedServices.embeds')).toContain('jitsi');
    await expectState(page, 'asking');
    expect(await readDecision(page, 'practice')).toBeUndefined();
    await vanilla.accept(page);
    await expectState(page, 'ready');
  });

  test('where a write would switch on what was refused, {} is written', async ({ page }) => {
    await open(page, vanilla, { changes: { '"stats":{}': '"stats":{"enabled":true}' }, config: { cmpWriteBack: true } });
    await vanilla.refuse(page);
    await settle(page);
    const before = await vanilla.said(page);
    await acceptUntilLive(page, { remember: true });
    await settle(page);
    expect(await vanilla.said(page)).toEqual(before);
    await expectState(page, 'live');
  });

  test('a category can stand for the meetings where it has no such service, and nothing is written to it', async ({ page }) => {
    await open(page, vanilla, { changes: { '"jitsi":{"label":"Meetings"}': '"other":{"label":"Others"}' }, config: { cmpCategory: 'embeds', cmpWriteBack: true } });
    await vanilla.accept(page);
    await expectState(page, 'ready');
    const before = await vanilla.said(page);
    await press(page, 'withdraw');
    await settle(page);
    expect(await vanilla.said(page)).toEqual(before);
  });
});

test('c15t: what is on until the visitor opts out is no answer, and a yes to all of it is one', async ({ page }) => {
  const c15t = byName('c15t');
  await open(page, c15t, { changes: { 'window.categories': 'window.c15tOptions = { overrides: { country: "US", region: "CA" } }; window.categories' } });
  await page.evaluate("c15tStore.setState({ consents: { ...c15tStore.getState().consents, experience: true } });");
  expect(await page.evaluate("[c15tStore.getState().has('experience'), c15tStore.getState().hasConsented()]")).toEqual([true, false]);
  await settle(page);
  await expectState(page, 'asking');
  await c15t.accept(page);
  await expectState(page, 'ready');
});

test.describe('tarteaucitron', () => {
  const tarteaucitron = byName('tarteaucitron');

  test('a yes that it writes unasked is no answer; one that is given on this page is', async ({ page }) => {
    const lines = listenToConsole(page);
    await open(page, tarteaucitron, { changes: { 'highPrivacy: true': 'highPrivacy: true, serviceDefaultState: true' } });
    expect(await page.evaluate('tarteaucitron.state.jitsi')).toBe(true);
    await expectState(page, 'asking');
    expect(gateLines(lines)).toEqual([expect.stringContaining('cmp: tarteaucitron cannot be read (its yes may be unasked, by a default state of true)')]);
    await tarteaucitron.set(page, false);
    await tarteaucitron.set(page, true);
    await expectState(page, 'ready');
    const first = await readDecision(page, 'practice');
    await page.reload();
    await settle(page);
    // It looks like one that nobody was asked for, and is no reset either.
    await expectState(page, 'ready');
    expect(await readDecision(page, 'practice')).toEqual(first);
  });

  test('where going on counts as a yes, no yes of it counts', async ({ page }) => {
    await open(page, tarteaucitron, { changes: { 'highPrivacy: true': 'highPrivacy: false' } });
    await page.mouse.click(600, 900);
    await settle(page);
    await page.evaluate('tarteaucitron.userInterface.respondAll(true)');
    await settle(page);
    expect(await page.evaluate('tarteaucitron.state.jitsi')).toBe(true);
    await expectState(page, 'asking');
  });

  test('a service that wants no consent is no answer', async ({ page }) => {
    await open(page, tarteaucitron, { changes: { 'needConsent: true': 'needConsent: false' } });
    expect(await page.evaluate('tarteaucitron.state.jitsi')).toBe(true);
    await expectState(page, 'asking');
  });
});
