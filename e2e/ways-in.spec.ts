import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { scriptFiles } from '../test/support/dist-graph.js';
import { expect, meetingFrame, test } from './support/fixtures.js';
import {
  acceptUntilLive, expectState, foreignFrames, gateLines, gateOf, listenToConsole, OPERATOR, openAsking, partOf, press,
} from './support/gate.js';
import { readDecisions } from './support/stored.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const TWICE = 'warning: [jitsi-gate] twice: loaded';

/** The built files that the page has fetched, in order. */
function fetchedFiles(page: Page, until = Infinity): Promise<string[]> {
  return page.evaluate((time) => {
    const entries = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= time);
    return entries.map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/assets/')).map((path) => path.slice(8));
  }, until);
}

test.describe('a gate', () => {
  for (const path of ['defer', 'async', 'plain-head', 'plain-end', 'late-tag', 'json-block', 'single', 'frame-placeholder', 'element']) {
    test(`asks and then loads the meeting: ${path}.html`, async ({ page, foreign }) => {
      const lines = listenToConsole(page);
      await openAsking(page, `/${path}.html`);
      await expect(page.getByRole('link', { name: 'Other ways to reach us' })).toBeHidden();
      await foreign.expectSilence();
      await acceptUntilLive(page);
      expect((await meetingFrame(page)).url()).toMatch(`${OPERATOR}/consulting-hour?lang=en#`);
      expect(gateLines(lines)).toEqual([]);
    });
  }

  test('keeps the id, class and size of its placeholder', async ({ page }) => {
    await openAsking(page, '/defer.html');
    await expect(page.locator('#box.wide[data-jitsi-room] > jitsi-gate')).toBeVisible();
  });

  test("takes the iframe's title and only those settings that markup may ask for", async ({ page }) => {
    await openAsking(page, '/frame-placeholder.html');
    await expect(page.locator('#box')).toBeHidden();
    await expect(partOf(page, 'heading')).toHaveText('Video meeting: Consulting hour');
    await acceptUntilLive(page);
    const params = await (await meetingFrame(page)).evaluate(() => window.standIn?.params);
    expect(params).toMatchObject({ 'config.disableChat': true, 'config.startWithAudioMuted': true });
  });
});

test.describe('the configuration', () => {
  test("of the tag's attributes wins over the JSON block", async ({ page }) => {
    await openAsking(page, '/attributes-win.html');
    await expect(gateOf(page)).toContainText('From the tag loads it only if you agree.');
    await expect(gateOf(page).getByRole('link', { name: 'Privacy notice' })).toHaveAttribute('href', '/privacy#meetings');
    await expect(gateOf(page)).toContainText('for up to 30 days');
  });

  test('is read before the page goes on, wherever the tag moves afterwards', async ({ page }) => {
    await page.goto('/nothing.html');
    await page.evaluate(() => {
      document.querySelector('script[src]')?.remove();
      document.querySelector('#place')?.setAttribute('data-jitsi-room', 'consulting-hour');
      document.querySelector('#place')?.replaceWith(document.querySelector('#place')?.cloneNode(true) ?? '');
    });
    await expectState(page, 'asking');
  });
});

test.describe('what is fetched', () => {
  test('on a page with nothing to gate is the entry alone', async ({ page, foreign }) => {
    const paths: string[] = [];
    page.on('request', (request) => void paths.push(new URL(request.url()).pathname));
    await page.goto('/nothing.html');
    await foreign.expectSilence();
    expect(paths.filter((path) => path.startsWith('/assets/'))).toEqual(['/assets/jitsi-gate.js']);
  });

  test('until the first gate is on screen is what the size budget counts', async ({ page }) => {
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('jitsi-gate[state]')) return;
        observer.disconnect();
        Object.assign(window, { shownAt: performance.now() });
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['state'] });
    });
    await openAsking(page, '/defer.html');
    const shownAt = await page.evaluate(() => Number(Reflect.get(window, 'shownAt')));
    const { firstLook, later } = scriptFiles(dist);
    expect((await fetchedFiles(page, shownAt)).toSorted()).toEqual(firstLook.toSorted());
    await acceptUntilLive(page);
    const rest = (await fetchedFiles(page)).filter((file) => !firstLook.includes(file));
    expect(rest.filter((file) => !later.includes(file))).toEqual([]);
    expect(rest.filter((file) => file.includes('details'))).toEqual([]);
  });

  test('of a single file is that file, until the visitor is in the meeting', async ({ page }) => {
    await openAsking(page, '/single.html');
    await acceptUntilLive(page);
    // The owner's checks are for owners, on their local hosts.
    expect((await fetchedFiles(page)).filter((file) => !file.includes('/owner-'))).toEqual(['jitsi-gate.single.js']);
  });
});

test.describe('placeholders that come later', () => {
  test('get a gate at any depth, also on a page that had nothing to gate', async ({ page, foreign }) => {
    await page.goto('/nothing.html');
    await page.evaluate(() => {
      const section = document.createElement('section');
      section.innerHTML = '<div><ul><li><div id="late" data-jitsi-room="late"><p>Call us.</p></div></li></ul></div>';
      document.querySelector('#place section')?.append(section);
    });
    await expectState(page, 'asking', '#late');
    await page.evaluate(() => {
      document.querySelector('#late')?.insertAdjacentHTML('afterend', '<p><iframe data-jitsi-src="https://meet.example.eu/later"></iframe></p>');
    });
    await expectState(page, 'asking', 'iframe + ');
    await foreign.expectSilence();
    await press(page, 'accept', '#late');
    await expectState(page, 'live', '#late');
    await expectState(page, 'ready', 'iframe + ');
  });

  test('lose their gate and their meeting when they go, and get their content back', async ({ page }) => {
    await openAsking(page, '/defer.html');
    await acceptUntilLive(page);
    await meetingFrame(page);
    const kept = await page.evaluateHandle(() => document.querySelector('#box'));
    await page.evaluate(() => document.querySelector('#box')?.remove());
    await expect(gateOf(page)).toHaveCount(0);
    await expect.poll(() => foreignFrames(page)).toEqual([]);
    await expect.poll(() => kept.evaluate((box) => box?.innerHTML)).toBe('<a href="#contact">Other ways to reach us</a>');
  });
});

test.describe('window.JitsiGate', () => {
  test('gives the gate of the page by `ready`', async ({ page }) => {
    await openAsking(page, '/defer.html');
    const decisions = await page.evaluate(async () => {
      const { ready } = Reflect.get(window, 'JitsiGate') as { ready: Promise<import('jitsi-gate').Gate> };
      const gate = await ready;
      const before = gate.decision()?.decision;
      gate.decline('meet.example.eu', { source: 'api', name: 'test 1' });
      return [before, gate.decision()?.decision];
    });
    expect(decisions).toEqual([undefined, 'declined']);
    await expectState(page, 'declined');
  });

  test('starts the rest on a page with nothing to gate when `ready` is asked for', async ({ page, foreign }) => {
    await page.goto('/nothing.html');
    await page.evaluate(async () => {
      const { ready } = Reflect.get(window, 'JitsiGate') as { ready: Promise<import('jitsi-gate').Gate> };
      const place = document.querySelector('#place');
      if (place) (await ready).mount(place, { room: 'mounted' });
    });
    await expectState(page, 'asking', '#place');
    await foreign.expectSilence();
  });

  test('destroys its gates and brings the content back', async ({ page }) => {
    await openAsking(page, '/defer.html');
    await page.evaluate(async () => {
      const { ready } = Reflect.get(window, 'JitsiGate') as { ready: Promise<import('jitsi-gate').Gate> };
      (await ready).destroy();
    });
    await expect(gateOf(page)).toHaveCount(0);
    await expect(page.locator('#box > a')).toBeVisible();
  });

  for (const file of ['jitsi-gate.js', 'jitsi-gate.single.js']) {
    test(`keeps to the terms of the first copy, whatever a second one says and whenever it comes (${file})`, async ({ page, foreign }) => {
      const lines = listenToConsole(page);
      await openAsking(page, '/defer.html');
      const [words] = await gateOf(page).locator('section').allInnerTexts();
      await page.evaluate((name) => new Promise((resolve) => {
        const script = document.createElement('script');
        const said = { domain: 'other.example.org', operator: 'Other Club', country: 'FR', privacyUrl: '/other', storage: 'memory', start: 'auto' };
        Object.assign(script.dataset, said);
        script.src = `/assets/${name}`;
        script.addEventListener('load', resolve);
        document.body.append(script);
      }), file);
      await expect.poll(() => gateLines(lines).filter((line) => line.includes(' twice: '))).toEqual([TWICE]);
      expect(await gateOf(page).locator('section').allInnerTexts()).toEqual([words]);
      await acceptUntilLive(page, { remember: true });
      expect(Object.keys(await readDecisions(page))).toEqual(['meet.example.eu']);
      expect(new Set(foreign.requests.map(({ url }) => new URL(url).hostname))).toEqual(new Set(['meet.example.eu']));
    });
  }

  test('is that of the first copy: further copies warn and do nothing', async ({ page }) => {
    const lines = listenToConsole(page);
    await openAsking(page, '/twice.html');
    await expect(gateOf(page)).toHaveCount(1);
    await acceptUntilLive(page);
    expect(foreignFrames(page)).toHaveLength(1);
    expect(gateLines(lines).filter((line) => line.includes(' twice: '))).toEqual([TWICE, TWICE]);
  });
});
