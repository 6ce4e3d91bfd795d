import type { Page } from 'playwright/test';
import type { Copies } from './apps/copies/main.js';
import { testOf } from './support/app-site.js';
import { expect, meetingFrame } from './support/fixtures.js';
import { acceptUntilLive, expectState, foreignFrames, gateLines, gateOf, listenToConsole, partOf } from './support/gate.js';

type Step = readonly [copy: keyof Copies, entry: 'index' | 'define'] | 'script';

const TWICE = /\[jitsi-gate\] (?:twice|gate): .*<jitsi-gate> is taken/;

/** Loads and starts copies of the gate, one after the other. Each names another host, so that a test sees whose words count. */
async function start(page: Page, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await page.evaluate(async (now) => {
      if (now === 'script') {
        const script = document.createElement('script');
        Object.assign(script.dataset, { domain: 'meet.example.eu', operator: 'From the tag', country: 'DE', privacyUrl: '/privacy' });
        const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
        script.src = '/gate/jitsi-gate.js';
        document.head.append(script);
        await loaded;
        return Reflect.get(window, 'JitsiGate').ready.catch(() => undefined);
      }
      const { [now[0]]: copy } = Reflect.get(window, 'copies') as Copies;
      if (now[1] === 'define') return copy.define();
      const { configure } = await copy.index();
      const gate = configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: `From ${now[0]}`, country: 'DE' } } });
      gate.scan();
      gate.watch();
      gate.mount(document.querySelector('#placeholder') as Element, { room: 'room-two-h3k9w2' });
      Object.assign(window, { [`gate_${now[0]}`]: gate });
      return undefined;
    }, step);
  }
}

const ORDERS: readonly (readonly [title: string, steps: readonly Step[], says: string, lines: number])[] = [
  ['one copy configures, the other registers', [['a', 'define'], ['b', 'index']], 'From b', 1],
  ['one copy registers, the other configures and registers, too', [['a', 'define'], ['b', 'define'], ['b', 'index']], 'From b', 1],
  ['both configure: the last word counts, as with one copy', [['a', 'index'], ['b', 'index']], 'From b', 1],
  ['both do all', [['a', 'index'], ['a', 'define'], ['b', 'define'], ['b', 'index']], 'From b', 1],
  ['the script tag is first', ['script', ['a', 'index'], ['a', 'define']], 'From the tag', 1],
  ['the script tag is last', [['a', 'index'], ['a', 'define'], 'script'], 'From a', 1],
];

const test = testOf('copies');

test.describe('two copies of the gate on a page', () => {
  for (const [title, steps, says, count] of ORDERS) {
    test(`${title}: one gate in each place, one line for the owner, and a call`, async ({ page, foreign }) => {
      const lines = listenToConsole(page);
      await page.goto('/');
      await page.waitForFunction(() => 'copies' in window);
      await start(page, steps);
      await expect(page.locator('jitsi-gate')).toHaveCount(2);
      for (const place of ['#element', '#placeholder']) {
        await expectState(page, 'asking', place);
        await expect(partOf(page, 'accept', place)).toHaveCount(1);
        await expect(gateOf(page, place).locator('section').first()).toContainText(says);
      }
      await foreign.expectSilence();
      await acceptUntilLive(page, { within: '#placeholder' });
      await meetingFrame(page, 'room-two-h3k9w2');
      expect(foreignFrames(page)).toHaveLength(1);
      expect(gateLines(lines).filter((line) => TWICE.test(line))).toHaveLength(count);
      expect(lines.filter((line) => /^error|^warning/.test(line) && !TWICE.test(line) && !line.includes('Lit is in dev mode') && !line.includes('Allow attribute'))).toEqual([]);
    });
  }
});
