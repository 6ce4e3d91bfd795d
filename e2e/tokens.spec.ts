import { expect, test } from './support/fixtures.js';
import { gateLines, listenToConsole } from './support/gate.js';
import { makePage } from './support/made-site.js';

const TOKEN = 'eyJhbGciOi.eyJyb29tIjo.c2lnbmF0dXJl';

test('a token in the markup of a page, or written there by a script, is removed at once and told, and the gate asks', async ({ page, context, foreign }) => {
  const lines = listenToConsole(page);
  await page.goto(await makePage(context, { body: `<jitsi-gate id="early" room="room-one-k3m9x2" jwt="${TOKEN}"></jitsi-gate><jitsi-gate id="late" room="room-one-k3m9x2"></jitsi-gate>` }));
  await expect(page.locator('jitsi-gate[state="asking"]')).toHaveCount(2);
  await page.locator('#late').evaluate((gate, token) => gate.setAttribute('jwt', token), TOKEN);
  await expect.poll(() => page.content()).not.toContain(TOKEN);
  await expect(page.locator('jitsi-gate[state="asking"]')).toHaveCount(2);
  expect(gateLines(lines)).toEqual(['error: [jitsi-gate] embed: jwt: expected the property jwt or userInfo, found an attribute, which was removed']);
  await foreign.expectSilence();
});
