import { expect, test } from './support/fixtures.js';
import { openAsking, partOf } from './support/gate.js';
import { CLUB, makePage, PRACTICE } from './support/made-site.js';

const many = (count: number): string => Array.from({ length: count }, (_, index) => (
  `<div data-jitsi-room="room-${index}" style="min-height: 700px"><a href="#contact">Call us</a></div>`)).join('');

const links = [{ label: 'Telephone', url: 'tel:+4912345678' }, { label: 'Contact', url: '/contact' }];
const say = { recording: 'possible', transcription: 'possible', analytics: true };

for (const [title, operator, most] of [
  ['that says the least', PRACTICE, 62],
  ['outside the EEA that says much, with two ways around', { ...PRACTICE, ...say, country: 'US', transfer: { tool: 'scc' }, alternatives: links }, 80],
] as const) {
  test(`a gate has at most ${most} nodes until something is opened, for an operator ${title}`, async ({ page, context }) => {
    await openAsking(page, await makePage(context, { config: { operators: { practice: operator } } }));
    await expect(partOf(page, 'decline')).toBeVisible();
    const count = await page.evaluate(() => {
      const nodesIn = (node: Node): number => 1 + [...node.childNodes].reduce((sum, child) => sum + nodesIn(child), 0)
        + (node instanceof Element && node.shadowRoot ? nodesIn(node.shadowRoot) - 1 : 0);
      return nodesIn(document.querySelector('jitsi-gate') as Element);
    });
    expect(count).toBeLessThanOrEqual(most);
    expect(count).toBeGreaterThan(40);
  });
}

test('a thousand placeholders: those in the window first, all of them without being scrolled to, in many turns, and nothing moves', async ({ page, context }) => {
  await page.addInitScript(() => {
    const noted = { shifts: 0, turns: 0, isIn: false, drawn: [] as number[] };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    // The turn in which each gate begins to ask: what runs when it is over tells the next one.
    const enter = (): void => {
      if (noted.isIn) return;
      Object.assign(noted, { isIn: true, turns: noted.turns + 1 });
      queueMicrotask(() => (noted.isIn = false));
    };
    document.addEventListener('jitsi-gate-state', ({ target }) => {
      const index = Number((target as Element).getAttribute('room')?.slice(5));
      enter();
      noted.drawn[index] = noted.turns;
    });
  });
  await page.goto(await makePage(context, { body: many(1000) }));
  await expect(page.locator('jitsi-gate[state="asking"]')).toHaveCount(1000, { timeout: 20_000 });
  const { shifts, drawn } = await page.evaluate(() => Reflect.get(window, 'noted') as { shifts: number; drawn: number[] });
  expect(shifts).toBe(0);
  const [first = 0] = drawn;
  expect(drawn.length).toBe(1000);
  expect(Math.min(...drawn)).toBe(first);
  // What one turn may draw of a thousand gates is far from all of it, and the browser can paint and answer in between.
  expect(Math.max(...drawn) - first).toBeGreaterThan(10);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const last = page.locator('jitsi-gate').last();
  await expect(last.locator('[part="accept"]')).toBeVisible();
  expect(await last.evaluate((gate) => gate.shadowRoot?.textContent)).toContain('Load meeting from Example GmbH');
});

test('nothing is measured, and no timer runs, while nothing happens', async ({ page, context }) => {
  await page.addInitScript(() => {
    const calls: string[] = [];
    Object.assign(window, { asked: calls });
    const note = (owner: object, name: string): void => {
      const real = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
      Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
        calls.push(name);
        return real.apply(this, args);
      });
    };
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'getComputedStyle']) note(window, name);
    for (const name of ['getBoundingClientRect', 'getClientRects']) note(Element.prototype, name);
  });
  await page.goto(await makePage(context, { body: many(3) }));
  await expect(page.locator('jitsi-gate[state="asking"]')).toHaveCount(3);
  await partOf(page, 'accept').first().hover();
  await page.waitForTimeout(1500);
  const before = await page.evaluate(() => (Reflect.get(window, 'asked') as string[]).length);
  expect(before).toBeGreaterThan(0);
  await page.waitForTimeout(2000);
  const calls = await page.evaluate(() => Reflect.get(window, 'asked') as string[]);
  // What a test's own waiting needs is not the gate's.
  expect(calls.slice(before)).toEqual([]);
});

test('nine operators of a site whose decisions are cookies keep nine choices', async ({ page, context }) => {
  const keys = Array.from({ length: 9 }, (_, index) => `operator-${index}`);
  const operators = Object.fromEntries(keys.map((key, index) => [key, { ...CLUB, domain: `meet-${index}.example.org`, name: `Club ${index}` }]));
  const body = keys.map((key) => `<jitsi-gate id="${key}" room="a-room" operator="${key}"></jitsi-gate>`).join('');
  const path = await makePage(context, { body, config: { operators, storage: 'cookie', defaultOperator: 'operator-0' } });
  await page.goto(path);
  for (const key of keys) {
    await page.locator(`#${key} [part="decline"]`).click();
    await expect(page.locator(`#${key}`)).toHaveAttribute('state', 'declined');
  }
  await page.goto(path);
  for (const key of keys) await expect(page.locator(`#${key}`)).toHaveAttribute('state', 'declined');
});
