import { clickEverywhere, serveBadInput } from './support/bad-input.js';
import { BAD_CONFIGURATIONS, BAD_PLACEHOLDERS } from './support/bad-input-table.js';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, openAsking, partOf, press, readDecision } from './support/gate.js';

for (const input of [...BAD_CONFIGURATIONS, ...BAD_PLACEHOLDERS]) {
  test(`${input.title} is refused: fallback, reason in the console, nothing loaded`, async ({ page, foreign }) => {
    const lines = listenToConsole(page);
    await page.goto(await serveBadInput(page, input));
    await expectState(page, 'invalid');
    await expect(page.getByRole('link', { name: 'Other ways to reach us' })).toBeVisible();
    await clickEverywhere(page);
    await expectState(page, 'invalid');
    await foreign.expectSilence();
    const [path, expected, found] = input.says;
    const errors = gateLines(lines).filter((line) => line.startsWith('error: ')).join('\n');
    const said = errors.split('\n').find((line) => line.includes(`${path}: expected `) && line.includes(expected));
    expect(said?.slice(said.indexOf(', found ')), errors).toContain(found);
    expect(lines.filter((line) => line.startsWith('pageerror'))).toEqual([]);
  });
}

test.describe('a wrong configuration', () => {
  test('is told as a whole, not one error at a time', async ({ page }) => {
    const lines = listenToConsole(page);
    const head = '<script defer src="/assets/jitsi-gate.js" data-storage="disk"></script>';
    await page.goto(await serveBadInput(page, { head }));
    await expectState(page, 'invalid');
    for (const name of ['domain', 'operator', 'country', 'privacy-url', 'storage']) {
      await expect.poll(() => gateLines(lines).join('\n')).toContain(`data-${name}: expected`);
    }
  });

  test('lets nothing load while it is still being checked', async ({ page, foreign }) => {
    const head = BAD_CONFIGURATIONS.find(({ title }) => title === 'an age beyond a year')?.head ?? '';
    const held: (() => void)[] = [];
    await page.route('**/after-first-look-*.js', (route) => void held.push(() => void route.continue()));
    await page.goto(await serveBadInput(page, { head }));
    await expectState(page, 'asking');
    await press(page, 'accept');
    await expect.poll(() => held.length).toBe(1);
    await foreign.expectSilence();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    for (const release of held) release();
    await expectState(page, 'invalid');
    await foreign.expectSilence();
  });

  test('is assumed where the check itself cannot be had: a yes loads nothing and records nothing', async ({ page, foreign }) => {
    await page.route('**/after-first-look-*.js*', (route) => route.abort());
    await openAsking(page, await serveBadInput(page, {}));
    await press(page, 'accept');
    await expect(gateOf(page)).toContainText('Nothing came. Check your connection, press again, or reload the page.');
    await expectState(page, 'asking');
    await foreign.expectSilence();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('is no reason to hide the content where our own files cannot be had', async ({ page, foreign }) => {
    await page.route('**/assets/jitsi-gate/*.js', (route) => route.abort());
    await page.goto(await serveBadInput(page, {}));
    await expect(page.getByRole('link', { name: 'Other ways to reach us' })).toBeVisible();
    await foreign.expectSilence();
  });
});

test.describe('one bad placeholder', () => {
  test('leaves the good one beside it working', async ({ page }) => {
    const body = '<div id="bad" data-jitsi-room="a#b">Call us.</div><div id="good" data-jitsi-room="good"></div>';
    await page.goto(await serveBadInput(page, { body }));
    await expectState(page, 'invalid', '#bad');
    await press(page, 'accept', '#good');
    await expectState(page, 'live', '#good');
    await expectState(page, 'invalid', '#bad');
  });

  test('is not named by its room in the console', async ({ page }) => {
    const lines = listenToConsole(page);
    await page.goto(await serveBadInput(page, { body: '<div data-jitsi-room="secret-room#x"></div>' }));
    await expectState(page, 'invalid');
    await expect.poll(() => gateLines(lines).length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain('secret-room');
  });
});

test.describe('a script element that only looks like the configuration', () => {
  test('is not read', async ({ page }) => {
    const lookalikes = '<div id="jitsi-gate-config">{"privacyUrl":"/evil"}</div><form name="currentScript" data-domain="other.example.org"></form>';
    const body = `${lookalikes}<div data-jitsi-room="a"></div>`;
    await page.goto(await serveBadInput(page, { body }));
    await expectState(page, 'asking');
    await expect(page.locator('jitsi-gate').getByRole('link', { name: 'Privacy notice' })).toHaveAttribute('href', '/privacy#meetings');
  });
});

test.describe('storage', () => {
  test('that throws on access lets the gate work for this page view', async ({ page, foreign }) => {
    await page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse, configurable: true });
    });
    const lines = listenToConsole(page);
    await openAsking(page, '/defer.html');
    await foreign.expectSilence();
    await acceptUntilLive(page, { remember: true });
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    await page.reload();
    await expectState(page, 'asking');
    expect(lines.filter((line) => line.startsWith('pageerror'))).toEqual([]);
    expect(gateLines(lines).filter((line) => line.includes('storage: '))).toHaveLength(1);
  });

  test('that is full lets the gate work for this page view', async ({ page, foreign }) => {
    await page.goto('/nothing.html');
    await page.evaluate(() => {
      for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let turn = 0; ; turn += 1) localStorage.setItem(`filler-${size}-${turn}`, 'x'.repeat(size));
        } catch {
          // Full for this size; a smaller one may still fit.
        }
      }
    });
    await openAsking(page, '/defer.html');
    await foreign.expectSilence();
    await acceptUntilLive(page, { remember: true });
    expect(await readDecision(page)).toBeUndefined();
    await page.reload();
    await expectState(page, 'asking');
  });

  const now = new Date().toISOString();
  const shape = { scope: 'remembered', purposes: ['load'], at: now, until: '2999-01-01T00:00:00Z', notice: '1', lang: 'en', source: 'visitor' };
  const granted = { ...shape, decision: 'granted', terms: 'x' };
  const garbage: readonly (readonly [title: string, text: string])[] = [
    ['no JSON', 'granted'],
    ['an empty text', ''],
    ['null', 'null'],
    ['a list', '[1,2,3]'],
    ['a record that lacks nearly everything', '{"v":1,"decision":"granted","scope":"remembered"}'],
    ['a yes to other terms', JSON.stringify({ v: 1, ...granted })],
    ['a newer version', JSON.stringify({ v: 2, ...granted })],
    ['a prototype', `{"v":1,"__proto__":${JSON.stringify(granted)}}`],
  ];
  for (const [title, text] of garbage) {
    test(`that holds ${title} counts as no yes, and the gate works`, async ({ page, foreign }) => {
      await page.goto('/nothing.html');
      await page.evaluate((value) => localStorage.setItem('jitsi-gate.meet.example.eu', value), text);
      await openAsking(page, '/defer.html');
      await foreign.expectSilence();
      await acceptUntilLive(page);
      await expect(partOf(page, 'withdraw')).toBeVisible();
    });
  }
});
