import { expect, test } from './support/fixtures.js';
import { expectState, gateLines, listenToConsole, openAsking, press } from './support/gate.js';
import { type MadePage, makePage } from './support/made-site.js';
import { RECEIPTS_PATH, type ReceiverAnswer, statesOf } from './support/receiver.js';
import { endFetching, endPause, readReceipts } from './support/stored.js';

const EXEMPT = 'let it take a POST of JSON without cookie, sign-in or CSRF token';
const lineOf = (what: string): string => `warning: [jitsi-gate] receipts: the receipts endpoint ${what}; the receipt stays queued and is tried again later`;

const WAYS: readonly (readonly [title: string, answer: ReceiverAnswer, says: string])[] = [
  ['Django, with 403', { status: 403 }, `answered 403; ${EXEMPT}`],
  ['Laravel, with 419', { status: 419 }, `answered 419; ${EXEMPT}`],
  ['Rails, with 422', { status: 422 }, `answered 422; ${EXEMPT}`],
  ['ASP.NET, with 400', { status: 400 }, `answered 400; ${EXEMPT}`],
  ['a sign-in, with 401', { status: 401 }, `answered 401; ${EXEMPT}`],
  ['a server that takes no POST, with 405', { status: 405 }, `answered 405; ${EXEMPT}`],
  ['a server that takes no JSON, with 415', { status: 415 }, `answered 415; ${EXEMPT}`],
  ['a page of a sign-in, by a redirect', { redirect: '/login' }, `redirects; ${EXEMPT}`],
  ['a broken server, with 500', { status: 500 }, 'answered 500'],
];

test.describe('a receipt that the site’s own endpoint refuses', () => {
  for (const [title, answer, says] of WAYS) {
    test(`is told from being offline, once, and is delivered later: ${title}`, async ({ page, context, receiver }) => {
      const lines = listenToConsole(page);
      receiver.respond(answer);
      const path = await makePage(context, { config: { receipts: RECEIPTS_PATH } });
      await openAsking(page, path);
      await press(page, 'decline');
      await expect.poll(() => gateLines(lines)).toEqual([lineOf(says)]);
      await press(page, 'reconsider');
      await press(page, 'decline');
      await expectState(page, 'declined');
      receiver.reset();
      await endPause(page);
      await page.reload();
      await expect.poll(() => statesOf(receiver.posts)).toEqual(['refused', 'refused']);
      expect(gateLines(lines)).toEqual([lineOf(says)]);
    });
  }
});

test.describe('a receipt to which no answer comes', () => {
  const NONE = lineOf("gave no answer: no network, connect-src of the page's policy, or Access-Control-Allow-Origin, if it is another host");

  for (const [title, made, isOffline] of [
    ['offline', {}, true],
    ['by the page’s own policy', { headers: { 'content-security-policy': "connect-src 'none'" } }, false],
  ] as readonly (readonly [string, MadePage, boolean])[]) {
    test(`is told so, and stays queued: ${title}`, async ({ page, context, receiver }) => {
      const lines = listenToConsole(page);
      await openAsking(page, await makePage(context, { config: { receipts: RECEIPTS_PATH }, ...made }));
      await endFetching(page);
      await context.setOffline(isOffline);
      await press(page, 'decline');
      await expect.poll(() => gateLines(lines)).toEqual([NONE]);
      expect((await readReceipts(page)).map(({ sent }) => sent)).toEqual([false]);
      expect(receiver.posts).toEqual([]);
    });
  }
});
