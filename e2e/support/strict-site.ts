import { expect, type BrowserContext, type Page } from 'playwright/test';
import { acceptUntilLive, expectState, foreignFrames, gateLines, gateOf, listenToConsole, openAsking, partOf } from './gate.js';
import { type MadePage, makePage, PLACEHOLDER } from './made-site.js';
import { emitFromMeeting, meetingFrame } from './meeting-frame.js';
import { noteViolations } from './violations.js';

/** What stands in the place of a nonce in a policy that is written down, and what pages of tests carry. */
const NONCE = 'e2e-nonce';
const POSTER = '/poster.svg';

const SETTINGS = '<button type="button" data-jitsi-settings>Meeting settings</button>';
export const WITH_POSTER = `${PLACEHOLDER.replace('>', ` data-jitsi-poster="${POSTER}">`)}${SETTINGS}`;

/** Serves a page with nothing but the gate, sent with a policy; its script carries a nonce if the policy asks for one. */
export async function makeStrictPage(context: BrowserContext, policy: string, made: MadePage = {}): Promise<string> {
  const headers = { 'content-security-policy': policy.replaceAll('nonce-…', `nonce-${NONCE}`) };
  const nonce = policy.includes("'nonce-") ? `nonce="${NONCE}" ` : '';
  const script = nonce + (made.script ?? 'src="/assets/jitsi-gate.js"');
  await context.route(`**${POSTER}`, (route) => route.fulfill({
    contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>',
  }));
  return makePage(context, { body: PLACEHOLDER + SETTINGS, ...made, script, headers, isBare: true });
}

/** In a meeting: it is recorded, and the bar says so. */
async function beRecorded(page: Page): Promise<void> {
  const meeting = await meetingFrame(page);
  await meeting.evaluate(() => window.standIn?.join());
  await emitFromMeeting(meeting, 'recording-status-changed', { on: true, mode: 'file' });
  await expect(gateOf(page).locator('.notice')).toHaveCount(1);
}

/** Opens the settings, takes the receipts home, withdraws there, and closes them. */
async function withdrawInSettings(page: Page): Promise<void> {
  const dialog = page.locator('dialog');
  await page.locator('[data-jitsi-settings]').click();
  await expect(dialog).toHaveCSS('padding', '0px');
  await expect(dialog.locator('[part="close"]')).toHaveCSS('min-height', '44px');
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.locator('[part="download"]').click()]);
  expect(file.suggestedFilename()).toBe('jitsi-gate-receipts.json');
  await dialog.locator('[part="withdraw"]').click();
  await expectState(page, 'asking');
  // While it says goodbye, a meeting is there but hidden.
  await expect.poll(() => foreignFrames(page)).toEqual([]);
  await dialog.locator('[part="close"]').click();
  await expect(dialog).toHaveCount(0);
}

/**
 * All that a gate does on a page: it asks, shows its details and its picture, loads a meeting, tells of a recording, opens the
 * settings, and withdraws there. Fails if the page's policy refused any of it, or the console says anything of that.
 */
export async function travel(page: Page, path: string): Promise<void> {
  const lines = listenToConsole(page);
  const violations = await noteViolations(page);
  await openAsking(page, path);
  for (const picture of await gateOf(page).locator('img').all()) await expect(picture).toHaveJSProperty('naturalWidth', 40);
  await partOf(page, 'details').locator('summary').click();
  await expect(partOf(page, 'details').locator('dl')).toBeVisible();
  await expect(partOf(page, 'accept')).toHaveCSS('min-height', '44px');
  await acceptUntilLive(page);
  expect((await gateOf(page).locator('iframe').boundingBox())?.height).toBe(560);
  await beRecorded(page);
  await withdrawInSettings(page);
  expect(await violations()).toEqual([]);
  expect(lines.filter((line) => /security policy|trusted|refuse|violat/i.test(line))).toEqual([]);
  expect(gateLines(lines)).toEqual([]);
}
