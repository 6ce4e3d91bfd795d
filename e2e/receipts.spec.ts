import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { BrowserContext, Page } from 'playwright/test';
import { expect, readLedgerTiming, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, listenToConsole, openAsking, OPERATOR, partOf, press, readDecision } from './support/gate.js';
import { listen } from './support/listen.js';
import { makePage } from './support/made-site.js';
import { findMissing, receiptSchema } from './support/receipt-schema.js';
import { idsOf, RECEIPTS_PATH, statesOf } from './support/receiver.js';
import { endDelivery, endFetching, endPause, type PublishedGate, readReceipts } from './support/stored.js';

const QUEUED: unknown = expect.stringMatching(/^warning: \[jitsi-gate\] receipts: the receipts endpoint \w.*; the receipt stays queued and is tried again later$/);

/** Opens a page whose receipts go to the site's endpoint. */
async function open(page: Page, context: BrowserContext, config: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await openAsking(page, await makePage(context, { config: { receipts: RECEIPTS_PATH, ...config } }));
}

/** What the visitor reads in the gate, as its receipt is to prove it. */
async function hashShown(page: Page): Promise<string> {
  const text = await page.evaluate(() => document.querySelector('jitsi-gate')?.shadowRoot?.querySelector('section')?.innerText ?? '');
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  return createHash('sha256').update(lines.join('\n').replaceAll('Consulting hour', '…')).digest('hex');
}

/** How many receipts the gate of a page has; some only when it has opened its outbox, and so has looked what to send. */
function countReceipts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { ready } = Reflect.get(window, 'JitsiGate') as PublishedGate;
    return (await ready).receipts().length;
  });
}

test.describe('an endpoint that takes receipts', () => {
  test('gets nothing before a decision, and one receipt for each', async ({ page, context, receiver, foreign }) => {
    await open(page, context);
    await partOf(page, 'details').locator('summary').click();
    await foreign.expectSilence();
    expect(receiver.posts).toEqual([]);
    await press(page, 'decline');
    await press(page, 'reconsider');
    await acceptUntilLive(page, { remember: true });
    await press(page, 'withdraw');
    await expect.poll(() => statesOf(receiver.posts)).toEqual(['refused', 'given', 'withdrawn']);
    expect(new Set(idsOf(receiver.posts)).size).toBe(3);
    // A page that goes before it has heard of a delivery leaves it to the next.
    await expect.poll(async () => (await readReceipts(page)).map(({ sent }) => sent)).toEqual([true, true, true]);
    await page.reload();
    await expectState(page, 'asking');
    await endDelivery(page);
    expect(receiver.posts).toHaveLength(3);
  });

  test('is sent JSON of the published form: no cookie, no room, no browser', async ({ page, context, receiver }) => {
    await context.addCookies([{ name: 'session', value: 'secret-session', url: 'http://127.0.0.1/' }]);
    await open(page, context);
    await acceptUntilLive(page);
    await expect.poll(() => receiver.posts.length).toBe(1);
    const [post] = receiver.posts;
    expect(post?.headers['content-type']).toBe('application/json');
    expect([post?.headers['cookie'], post?.headers['authorization'], post?.headers['referer']]).toEqual([undefined, undefined, undefined]);
    expect(findMissing(receiptSchema(), post?.receipt)).toEqual([]);
    expect(post?.receipt.receipt_id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(post?.receipt.events[0]?.event_time).toBe((await readDecision(page, 'practice'))?.at);
    expect(post?.body).not.toMatch(/secret-room|Consulting hour|secret-session|Mozilla|Chrome/);
  });

  for (const isOpen of [false, true]) {
    test(`can prove the text that was read${isOpen ? ', with its details' : ''}`, async ({ page, context, receiver }) => {
      await open(page, context);
      if (isOpen) {
        await partOf(page, 'details').locator('summary').click();
        await expect(partOf(page, 'details').locator('dl')).toBeVisible();
      }
      await partOf(page, 'remember').check();
      const hash = await hashShown(page);
      await acceptUntilLive(page);
      await expect.poll(() => receiver.posts[0]?.receipt.shown.sha256).toBe(hash);
    });
  }

  test('says of a decision of a script that it was one, and claims no text', async ({ page, context, receiver }) => {
    await open(page, context);
    await page.evaluate(async () => {
      const { ready } = Reflect.get(window, 'JitsiGate') as PublishedGate;
      (await ready).grant('practice', { source: 'api', name: 'test 1' });
    });
    await expectState(page, 'ready');
    await expect.poll(() => receiver.posts.map(({ receipt }) => receipt)).toMatchObject([
      { shown: { bytes: 0 }, events: [{ event_state: 'given', source: 'api', source_name: 'test 1', event_type: 'expressed' }] },
    ]);
  });
});

test('a decision of a script that names no source is refused: no record, no receipt, nothing loaded', async ({ page, context, receiver, foreign }) => {
  await open(page, context, { start: 'auto' });
  const codes = await page.evaluate(async () => {
    const gate = await (Reflect.get(window, 'JitsiGate') as PublishedGate).ready;
    return [undefined, {}, { source: 'api' }, { source: 'api', name: ' ' }, { source: 'visitor', name: 'me' }].flatMap((source) => (['grant', 'decline'] as const).map((way) => {
      try {
        return void gate[way]('practice', source as never);
      } catch (error) {
        return (error as { code?: string }).code;
      }
    }));
  });
  expect(new Set(codes)).toEqual(new Set(['grant']));
  await expectState(page, 'asking');
  await foreign.expectSilence();
  expect([await readDecision(page, 'practice'), await readReceipts(page), receiver.posts]).toEqual([undefined, [], []]);
});

test('on a yes the record is stored first, then the receipt, and then the script is asked for', async ({ page, context, foreign }) => {
  await page.addInitScript(() => {
    const writes: [string, number][] = [];
    Object.assign(window, { writes });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (this: Storage, name: string, value: string): void {
      setItem.call(this, name, value);
      writes.push([name, performance.now()]);
    };
  });
  await open(page, context);
  const atFirst: string[] = [];
  foreign.onFirst(async ({ url }) => {
    atFirst.push(url, ...(await readReceipts(page)).map(({ receipt }) => receipt.events[0]?.event_state ?? ''));
  });
  await acceptUntilLive(page);
  expect(atFirst).toEqual([`${OPERATOR}/external_api.js`, 'given']);
  const writes = await page.evaluate(() => Reflect.get(window, 'writes') as [string, number][]);
  expect(writes.slice(0, 2).map(([name]) => name.slice(0, 19))).toEqual(['jitsi-gate.practice', 'jitsi-gate-receipt.']);
  const { leftAt = 0 } = await readLedgerTiming(page);
  expect(writes[1]?.[1]).toBeLessThanOrEqual(leftAt);
});

test.describe('an endpoint in trouble: the visitor notices nothing, the owner is told once, and the receipt stays queued', () => {
  const TROUBLE = [
    { title: 'answers 500', answer: { status: 500 } },
    { title: 'answers 404', answer: { status: 404 } },
    { title: 'hangs', answer: { hang: true } },
    { title: 'redirects to a foreign host', answer: { redirect: 'https://other.example.org/receipts' } },
  ] as const;
  for (const { title, answer } of TROUBLE) {
    test(`when it ${title}`, async ({ page, context, receiver, foreign }) => {
      // Patience of ten seconds passes in half of one.
      await page.addInitScript(() => {
        const { timeout } = AbortSignal;
        AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 20);
      });
      const lines = listenToConsole(page);
      receiver.respond(answer);
      await open(page, context);
      await acceptUntilLive(page, { remember: true });
      await expect.poll(() => gateLines(lines)).toEqual([QUEUED]);
      expect(foreign.requests.filter(({ url }) => !url.startsWith(OPERATOR))).toEqual([]);
      expect((await readReceipts(page)).map(({ sent }) => sent)).toEqual([false]);
      await press(page, 'withdraw');
      await expectState(page, 'asking');

      receiver.reset();
      await page.reload();
      await expectState(page, 'asking');
      await expect.poll(() => countReceipts(page)).toBe(2);
      await endDelivery(page);
      expect(receiver.posts, 'within the pause').toEqual([]);
      await endPause(page);
      await page.reload();
      await expect.poll(() => statesOf(receiver.posts)).toEqual(['given', 'withdrawn']);
      await expect.poll(async () => (await readReceipts(page)).map(({ sent }) => sent)).toEqual([true, true]);
      await page.reload();
      await expectState(page, 'asking');
      await endDelivery(page);
      expect(receiver.posts).toHaveLength(2);
      expect(gateLines(lines)).toEqual([QUEUED]);
    });
  }

  for (const address of ['https://other.example.org/receipts', '//other.example.org/receipts', 'http://user@127.0.0.1/receipts']) {
    test(`when it is no address of the site: ${address}`, async ({ page, context, receiver, foreign }) => {
      const lines = listenToConsole(page);
      await open(page, context, { receipts: address });
      await press(page, 'decline');
      await expectState(page, 'declined');
      await page.reload();
      await expectState(page, 'declined');
      await expect.poll(async () => (await readReceipts(page)).map(({ sent }) => sent)).toEqual([false]);
      const foreignToSite = 'warning: [jitsi-gate] receipts: the receipts endpoint is no address of this site, so nothing is sent there; the receipts stay queued';
      await expect.poll(() => gateLines(lines)).toEqual([foreignToSite, foreignToSite]);
      expect([receiver.posts, foreign.requests]).toEqual([[], []]);
    });
  }

  for (const [title, path] of [['another page of the site', '/nothing.html'], ['another host', undefined]] as const) {
    test(`when it redirects to ${title}, which nobody follows`, async ({ page, context, receiver }) => {
      const lines = listenToConsole(page);
      const arrived: string[] = [];
      const other = await listen(createServer(({ url = '' }, response) => void (arrived.push(url), response.end())), 0);
      receiver.respond({ redirect: path ?? `${other.origin}/receipts` });
      await open(page, context);
      await expect.poll(() => countReceipts(page)).toBe(0);
      // Interception holds back what a keepalive request is redirected to.
      await context.unrouteAll();
      // Chromium lists a request for where it does not go, and no answer to it.
      page.on('response', (response) => void arrived.push(new URL(response.url()).pathname));
      await press(page, 'decline');
      await expect.poll(() => gateLines(lines)).toEqual([QUEUED]);
      expect((await readReceipts(page)).map(({ sent }) => sent)).toEqual([false]);
      await page.waitForTimeout(200);
      expect(arrived.filter((url) => !url.startsWith('/assets/'))).toEqual([RECEIPTS_PATH]);
      await other.close();
    });
  }

  test('when the browser is offline, and it is sent once it is back', async ({ page, context, receiver }) => {
    const lines = listenToConsole(page);
    await open(page, context);
    // What makes receipts is fetched after the first look; without it this would be another case.
    await endFetching(page);
    await context.setOffline(true);
    await press(page, 'decline');
    await expectState(page, 'declined');
    await expect.poll(() => gateLines(lines)).toEqual([QUEUED]);
    await endPause(page);
    await context.setOffline(false);
    await expect.poll(() => statesOf(receiver.posts)).toEqual(['refused']);
    await expect.poll(async () => (await readReceipts(page)).map(({ sent }) => sent)).toEqual([true]);
  });
});
