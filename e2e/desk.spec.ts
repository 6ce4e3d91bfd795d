import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { PRESETS } from '../src/desk/presets.js';
import { findInWidths } from './support/axe.js';
import { expect, test } from './support/fixtures.js';
import { expectState, partOf, press } from './support/gate.js';
import { noteViolations } from './support/violations.js';

/** The page for owners, as it lies in a folder of some web server. */

const DESK = '/assets/desk/index.html';
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const output = (page: Page, file: string) => page.locator(`.output[data-file="${file}"] textarea`);
const status = (page: Page) => page.locator('main > [role=status]');

/** Answers what is needed. */
async function answer(page: Page, { preset = 'hetzner', lang = 'en' } = {}): Promise<void> {
  await page.goto(DESK);
  await field(page, 'language').selectOption(lang);
  await field(page, 'preset').selectOption(preset);
  const typed = { domain: preset === 'whereby' ? 'example.whereby.com' : 'meet.example.eu', name: 'Example GmbH', appId: 'vpaas-magic-cookie-1' };
  for (const [name, text] of Object.entries(typed)) if (await field(page, name).count() > 0) await field(page, name).fill(text);
  for (const name of ['country', 'hosting.country']) if (await field(page, name).count() > 0) await field(page, name).selectOption('DE');
  if (await field(page, 'hosting.name').count() > 0) await field(page, 'hosting.name').fill('Hoster SE');
  // These give out their rooms themselves.
  if (/^(?:visio|whereby)$/.test(preset)) await field(page, 'room').fill('abc-defg-hij');
  await field(page, 'site').fill('Example practice');
  await field(page, 'privacyUrl').fill('/privacy');
}

test('it asks nothing of any server: its policy has no connect-src, and nothing but its own files is fetched', async ({ page, foreign }) => {
  expect(readFileSync(fileURLToPath(new URL('../dist/desk/index.html', import.meta.url)), 'utf8')).toMatch(/content="default-src 'none'; (?!.*connect-src)/);
  const violations = await noteViolations(page);
  const asked: string[] = [];
  page.on('request', (request) => void (/^https?:/.test(request.url()) && asked.push(new URL(request.url()).pathname)));
  await answer(page);
  await expect(output(page, 'meetings.html')).toHaveValue(/<section id="jitsi-gate-notice" lang="en"/);
  await expectState(page, 'asking');
  await field(page, 'noticeLanguage').selectOption('mt');
  await expect(output(page, 'meetings.html')).toHaveValue(/lang="mt"/);
  await foreign.expectSilence();
  expect(asked.filter((path) => !path.startsWith('/assets/desk/'))).toEqual([]);
  expect(await violations()).toEqual([]);
  // What a script of the page would ask for is refused.
  expect(await page.evaluate(() => fetch('/privacy').then(() => 'fetched', () => 'refused'))).toBe('refused');
});

test('the preview is a real gate that contacts nobody and writes no decision', async ({ page, foreign }) => {
  await answer(page);
  await press(page, 'accept');
  await expect(status(page)).toHaveText('Here the meeting would load now. Nothing was contacted, and no decision is kept.');
  await expectState(page, 'ready');
  await foreign.expectSilence();
  expect(await page.evaluate(() => [Object.keys(localStorage), sessionStorage.length, document.cookie])).toEqual([['jitsi-gate-desk.answers'], 0, '']);
  await field(page, 'site').fill('Other practice');
  await expect(page.locator('jitsi-gate section')).toContainText('Other practice loads it only if you agree.');
  await page.reload();
  await expectState(page, 'asking');
});

test('it survives a reload, and forgets everything where that is wanted', async ({ page }) => {
  await answer(page);
  await page.locator('[name="answer.patients"][value=yes]').check();
  const markup = await output(page, 'meeting.html').inputValue();
  await page.reload();
  await expect(output(page, 'meeting.html')).toHaveValue(markup);
  await expect(page.locator('#screening-result')).toHaveText('Result: required in most cases. Two or more criteria are met. In most cases an assessment is required. 24 questions are not answered; the result may be too low.');
  await expect(page.getByText('take room names that nobody can guess', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete all answers' }).click();
  await expect(field(page, 'preset')).toHaveValue('');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

for (const { id } of PRESETS) {
  test(`the preset ${id} leads to a gate, and to all that is taken along`, async ({ page }) => {
    await answer(page, { preset: id });
    await expect(page.locator('jitsi-gate section')).toContainText('Video meeting: Preview');
    for (const file of ['meeting.html', 'jitsi-gate.config.json', 'headers.txt', 'meetings.html', 'screening.md', 'screening.json']) await expect(output(page, file)).not.toHaveValue('');
  });
}

test('what is missing is named, and each name leads to its question', async ({ page }) => {
  await page.goto(DESK);
  await field(page, 'preset').selectOption('house');
  await expect(page.locator('#missing + ul a')).toHaveText(['Address of the meeting server', 'Who runs that server', 'In which country is that', 'Your privacy notice']);
  await page.getByRole('link', { name: 'Your privacy notice' }).click();
  await expect(page.locator(':target')).toHaveAttribute('name', 'privacyUrl');
  await expect(page.locator('.fault')).toHaveCount(0);
  await field(page, 'domain').fill('not a host');
  await expect(field(page, 'domain')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'domain')).toHaveAccessibleDescription(/You may paste the address of a meeting\. .*This cannot be used/);
  await field(page, 'domain').fill('');
  await expect(page.locator('.fault')).toHaveText('This is needed.');
});

test('a policy that is sent today is merged, and headers come for each server', async ({ page }) => {
  await answer(page);
  await field(page, 'merge').fill("Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'");
  await expect(output(page, 'headers.txt')).toHaveValue(/^Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' https:\/\/meet\.example\.eu; /);
  await field(page, 'headersFor').selectOption('caddy');
  await expect(output(page, 'headers.txt')).toHaveValue(/^header Content-Security-Policy /);
});

test('each text can be saved and copied; where the page may not copy, it is selected', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await answer(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download: For your page' }).click()]);
  expect(file.suggestedFilename()).toBe('meeting.html');
  expect(readFileSync(await file.path(), 'utf8')).toBe(await output(page, 'meeting.html').inputValue());
  await page.getByRole('button', { name: 'Copy: For your page' }).click();
  await expect(status(page)).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await output(page, 'meeting.html').inputValue());
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy: For your server' }).click();
  await expect(status(page)).toHaveText('Selected. Copy it with Ctrl+C.');
  expect(await page.evaluate(() => getSelection()?.toString() || (document.activeElement as HTMLTextAreaElement).value)).toContain('Content-Security-Policy');
});

test('names with markup stay text everywhere', async ({ page }) => {
  await answer(page);
  await field(page, 'name').fill('<img src=x onerror=alert(1)>');
  await field(page, 'site').fill('</textarea></script><b>x');
  await page.locator('details', { hasText: 'How it looks' }).last().locator('summary').first().click();
  await expect(page.locator('#jitsi-gate-notice')).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('img, b').count()).toBe(0);
});

test('somebody with a keyboard alone comes from the first question to the markup', async ({ page }) => {
  await page.goto(DESK);
  await field(page, 'preset').focus();
  await page.keyboard.type('Own server in');
  await page.keyboard.press('Tab');
  await page.keyboard.type('meet.example.eu');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Example GmbH');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Germany');
  await field(page, 'site').focus();
  await page.keyboard.type('Example practice');
  await page.keyboard.press('Tab');
  await page.keyboard.type('/privacy');
  await expect(output(page, 'meeting.html')).toHaveValue(/"domain": "meet\.example\.eu"/);
  await expectState(page, 'asking');
});

for (const lang of ['en', 'de', 'fr'] as const) {
  test(`axe finds nothing in ${lang}, in three widths and two themes, and nothing is wider than the page`, async ({ page }) => {
    test.setTimeout(60_000);
    await answer(page, { lang, preset: 'infomaniak' });
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(partOf(page, 'accept')).toBeVisible();
    for (const details of await page.locator('main details').all()) await details.evaluate((element) => element.setAttribute('open', ''));
    expect(await findInWidths(page)).toEqual([]);
  });
}

test.describe('where scripts are turned off', () => {
  test.use({ javaScriptEnabled: false });

  test('it says what to do', async ({ page }) => {
    await page.goto(DESK);
    await expect(page.getByText('This page needs JavaScript. It sends nothing to anybody.')).toBeVisible();
  });
});
