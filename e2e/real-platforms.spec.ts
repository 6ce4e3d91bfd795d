import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateLines, listenToConsole, press, readDecision } from './support/gate.js';
import { makePage } from './support/made-site.js';
import { lateMarkup, REAL_PLATFORMS, type RealPlatform, servePlatforms } from './support/platforms.js';

/** Consent platforms, as their own packages run on a page (docs/platforms.md). */

interface Opened {
  readonly config?: Readonly<Record<string, unknown>>;
  /** Whether the platform comes long after the gate. */
  readonly isLate?: boolean;
  /** Whether the site has told it of the service. */
  readonly isDeclared?: boolean;
}

async function open(page: Page, platform: RealPlatform, { config = {}, isLate = false, isDeclared = true }: Opened = {}): Promise<void> {
  const head = platform.head(isDeclared);
  await page.goto(await makePage(page.context(), { head: isLate ? lateMarkup(head) : head, config: { ...platform.options, ...config } }));
  // As a visitor does sooner or later: nobody answers a banner without a press.
  await page.mouse.click(5, 5);
}

interface Told {
  readonly decision: string;
  readonly source: string;
  readonly name: string | null;
}

/** What the receipts of this browser tell, oldest first. */
const receiptsOf = (page: Page): Promise<readonly Told[]> => page.evaluate(async () => {
  const gate = await (window as unknown as { JitsiGate: { ready: Promise<{ receipts(): readonly { consent: object }[] }> } }).JitsiGate.ready;
  const find = (value: unknown, key: string): unknown => {
    if (Object(value) !== value) return undefined;
    if (Object.hasOwn(value as object, key)) return (value as Record<string, unknown>)[key];
    for (const inner of Object.values(value as object)) {
      const found = find(inner, key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return gate.receipts().map((receipt) => ({ decision: String(find(receipt, 'decision')), source: String(find(receipt, 'source')), name: JSON.stringify(receipt) }));
});

/** Waits until a platform that comes with the page has read what it keeps, and the gate has heard of it. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(2600);

// Banners stand at the bottom, beside the gate.
test.use({ viewport: { width: 1280, height: 1300 } });

for (const platform of REAL_PLATFORMS) {
  test.describe(platform.name, () => {
    test.beforeEach(({ context }) => servePlatforms(context));

    for (const isLate of [false, true]) {
      const order = isLate ? 'it comes long after the gate' : 'it comes with the page';

      test(`${order}: before an answer the gate asks, and its yes makes the gate ready, starts nothing, and is on record once`, async ({ page, foreign }) => {
        await open(page, platform, { isLate });
        await expectState(page, 'asking');
        await settle(page);
        // Its defaults say yes to the meetings where it has any.
        await expectState(page, 'asking');
        expect(await readDecision(page, 'practice')).toBeUndefined();
        await platform.accept(page);
        await expectState(page, 'ready');
        await foreign.expectSilence();
        expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'granted', scope: 'remembered', source: 'cmp' });
        const first = await readDecision(page, 'practice');
        await page.reload();
        await expectState(page, 'ready');
        await settle(page);
        await expectState(page, 'ready');
        expect(await readDecision(page, 'practice')).toEqual(first);
        const receipts = await receiptsOf(page);
        expect(receipts).toHaveLength(1);
        expect(receipts[0]).toMatchObject({ source: 'cmp', name: expect.stringContaining(`"${platform.name}"`) });
        await foreign.expectSilence();
        await press(page, 'accept');
        await expectState(page, 'live');
      });

      test(`${order}: a withdrawal at the gate stands although it still says yes, and a new yes counts`, async ({ page }) => {
        await open(page, platform, { isLate });
        await settle(page);
        await platform.accept(page);
        await expectState(page, 'ready');
        const before = await platform.said(page);
        await press(page, 'withdraw');
        await expectState(page, 'asking');
        await page.reload();
        await settle(page);
        await expectState(page, 'asking');
        expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn', source: 'visitor' });
        expect(await platform.said(page)).toEqual(before);
        await page.mouse.click(5, 5);
        await platform.set(page, false);
        await settle(page);
        await expectState(page, 'asking');
        await platform.set(page, true);
        await expectState(page, 'ready');
        expect(await receiptsOf(page)).toHaveLength(3);
      });
    }

    test('a no leaves the gate asking, and the visitor may still choose for this meeting; the same no on the next visit ends nothing', async ({ page, foreign }) => {
      await open(page, platform);
      await settle(page);
      await platform.refuse(page);
      await settle(page);
      await expectState(page, 'asking');
      expect(await readDecision(page, 'practice')).toBeUndefined();
      await foreign.expectSilence();
      await acceptUntilLive(page, { remember: true });
      await page.reload();
      await expectState(page, 'ready');
      await settle(page);
      await expectState(page, 'ready');
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'granted', source: 'visitor' });
    });

    test('a no in a call ends it at once, whatever its yes came from', async ({ page }) => {
      await open(page, platform);
      await settle(page);
      await platform.accept(page);
      await expectState(page, 'ready');
      await press(page, 'accept');
      await expectState(page, 'live');
      await platform.set(page, false);
      await expectState(page, 'asking');
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn', source: 'cmp' });
      await settle(page);
      await acceptUntilLive(page, { remember: true });
      await platform.set(page, true);
      await expectState(page, 'live');
      await platform.set(page, false);
      await expectState(page, 'asking');
      await expect.poll(() => foreignFrames(page)).toEqual([]);
      await page.reload();
      await settle(page);
      await expectState(page, 'asking');
    });

    test('a reset ends its yes, and no yes of the visitor at the gate', async ({ page }) => {
      await open(page, platform);
      await settle(page);
      await platform.accept(page);
      await expectState(page, 'ready');
      await platform.reset(page);
      await expectState(page, 'asking');
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn', source: 'cmp' });
      await settle(page);
      await acceptUntilLive(page, { remember: true });
      await platform.reset(page);
      await settle(page);
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'granted', source: 'visitor' });
    });

    test('while a meeting runs it touches none of its elements', async ({ page }) => {
      await open(page, platform);
      await settle(page);
      await platform.accept(page);
      await press(page, 'accept');
      await expectState(page, 'live');
      const frame = page.locator('jitsi-gate iframe');
      const before = await frame.evaluate((element) => {
        (window as unknown as { kept: Element }).kept = element;
        return element.outerHTML;
      });
      await platform.set(page, true);
      await settle(page);
      expect(await frame.evaluate((element) => [element === (window as unknown as { kept: Element }).kept, element.outerHTML])).toEqual([true, before]);
      await expectState(page, 'live');
    });

    test(platform.isWritten ? 'choices that are remembered are told to it, and nothing else there changes' : 'is told nothing, as it has categories only', async ({ page }) => {
      await open(page, platform, { config: { cmpWriteBack: true } });
      await settle(page);
      const unanswered = await platform.said(page);
      await acceptUntilLive(page, { remember: true });
      await press(page, 'withdraw');
      await settle(page);
      // Before it is answered, a write would answer the whole banner.
      expect(await platform.said(page)).toEqual(unanswered);
      await platform.refuse(page);
      await settle(page);
      const refused = await platform.said(page);
      expect(refused.meetings ?? false).toBe(false);
      await acceptUntilLive(page, { remember: true });
      await settle(page);
      expect(await platform.said(page)).toEqual(platform.isWritten ? { ...refused, meetings: true } : refused);
      await expectState(page, 'live');
      await page.reload();
      await expectState(page, 'ready');
      await settle(page);
      await press(page, 'withdraw');
      await settle(page);
      expect((await platform.said(page)).meetings ?? false).toBe(false);
      expect((await platform.said(page)).others).toEqual(refused.others);
      await expectState(page, 'asking');
      expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn', source: 'visitor' });
    });

    test('where it knows no such service, the gate asks by itself, and the console says so once', async ({ page, foreign }) => {
      const lines = listenToConsole(page);
      await open(page, platform, { isDeclared: false, config: platform.name === 'c15t' ? { cmpCategory: 'meetings' } : {} });
      await settle(page);
      await platform.accept(page);
      await settle(page);
      await expectState(page, 'asking');
      await foreign.expectSilence();
      expect(gateLines(lines)).toEqual([expect.stringMatching(/cmp: .* knows no service jitsi.*; the gate asks by itself/)]);
      await acceptUntilLive(page);
    });

    test('its file is the only one that is fetched for it', async ({ page }) => {
      const files: string[] = [];
      page.on('request', (request) => void files.push(new URL(request.url()).pathname));
      await open(page, platform);
      await settle(page);
      expect(files.filter((file) => /bridge-/.test(file))).toHaveLength(1);
      expect(files.filter((file) => /[/]platform-/.test(file))).toHaveLength(1);
      // What keeps decisions is fetched when there is one, or a yes.
      expect(files.filter((file) => /[/]before-choice-/.test(file))).toEqual([]);
      await platform.refuse(page);
      await settle(page);
      expect(files.filter((file) => /[/]before-choice-/.test(file))).toEqual([]);
      await platform.set(page, true);
      await expectState(page, 'ready');
      expect(files.filter((file) => /[/]before-choice-/.test(file))).toHaveLength(1);
      await open(page, platform, { config: { cmp: 'none' } });
      files.length = 0;
      await page.reload();
      await settle(page);
      expect(files.filter((file) => /bridge-|[/]platform-/.test(file))).toEqual([]);
    });

    test('is found without its name', async ({ page }) => {
      await open(page, platform, { config: { cmp: 'auto' }, isLate: true });
      await settle(page);
      await platform.accept(page);
      await expectState(page, 'ready');
      expect((await receiptsOf(page))[0]?.name).toContain(`"${platform.name}"`);
    });
  });
}

for (const script of ['page', 'single']) {
  test(`the ${script} file follows a platform by files of its folder`, async ({ page, context }) => {
    await servePlatforms(context);
    const [klaro] = REAL_PLATFORMS as [RealPlatform];
    await page.goto(await makePage(context, { head: klaro.head(), config: klaro.options, script: `src="/assets/jitsi-gate.${script}.js"` }));
    await expectState(page, 'asking');
    await klaro.accept(page);
    await expectState(page, 'ready');
    await klaro.set(page, false);
    await expectState(page, 'asking');
    expect(await readDecision(page, 'practice')).toMatchObject({ decision: 'withdrawn', source: 'cmp' });
  });
}
