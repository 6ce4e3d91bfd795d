import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import type { ConfigInput } from '../src/config/schema.js';
import { contentPolicy, deskSettings, policyText } from '../src/desk/policy.js';
import { LANGUAGES } from '../src/i18n/resolve-locale.js';
import { findInWidths } from './support/axe.js';
import { expect, test } from './support/fixtures.js';
import { makePage, PRACTICE } from './support/made-site.js';
import { noteViolations } from './support/violations.js';

/** `<jitsi-gate-notice>` on a site's privacy page, which has no meeting. */

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const CONFIG = { site: 'Example practice', privacyUrl: '/privacy#meetings', operators: { practice: PRACTICE } };
const BODY = '<h2>Contact form</h2><p>What you write to us.</p><jitsi-gate-notice><p>Ask us about meetings.</p></jitsi-gate-notice><h2>Your rights</h2>';
const section = (page: Page) => page.locator('#jitsi-gate-notice');

/** The words of an element, without what sets them out. */
const wordsOf = (page: Page): Promise<string> => section(page).evaluate((element) => element.textContent.replaceAll(/\s+/g, ''));

async function openNotice(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(section(page)).toBeVisible();
}

test('a privacy page shows it in the page’s language, contacts nobody, and stores nothing', async ({ page, context, foreign }) => {
  await openNotice(page, await makePage(context, { body: BODY, config: CONFIG }));
  await expect(page.getByText('Ask us about meetings.')).toBeHidden();
  await expect(section(page).getByRole('heading', { level: 2 })).toHaveText('Video meetings');
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
  await expect(section(page).getByRole('heading', { level: 2 })).toHaveText('Video-Meetings');
  await foreign.expectSilence();
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('under the policy that the command gives for the site nothing is refused', async ({ page, context }) => {
  const violations = await noteViolations(page);
  const policy = policyText(contentPolicy(deskSettings(CONFIG as ConfigInput), { form: 'hosts' }));
  await openNotice(page, await makePage(context, { body: BODY, config: CONFIG, isBare: true, headers: { 'content-security-policy': policy } }));
  await expect(section(page).locator('table').first()).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a link to a part of it leads there, also from another page', async ({ page, context }) => {
  await openNotice(page, `${await makePage(context, { body: BODY, config: CONFIG })}#jitsi-gate-withdrawal`);
  await expect(section(page).locator('#jitsi-gate-withdrawal')).toBeInViewport();
  await section(page).getByRole('button', { name: 'Meeting settings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('it says the same as the text that the command writes', async ({ page, context }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-notice-'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(CONFIG));
  const command = (lang: string): string => execFileSync(process.execPath, [cli, 'notice', join(folder, 'config.json'), '--lang', lang], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  await openNotice(page, await makePage(context, { body: BODY, config: CONFIG }));
  for (const lang of ['de', 'ar', 'en']) {
    await page.evaluate((value) => document.documentElement.setAttribute('lang', value), lang);
    await expect(section(page)).toHaveAttribute('lang', lang);
    const shown = await wordsOf(page);
    const written = await page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent.replaceAll(/\s+/g, ''), command(lang));
    expect(shown).toBe(written);
  }
  rmSync(folder, { recursive: true });
});

test('axe finds nothing in three widths and two themes, and nothing is wider than the page', async ({ page, context }) => {
  await openNotice(page, await makePage(context, { body: BODY, config: CONFIG }));
  expect(await findInWidths(page)).toEqual([]);
});

test('on 320 pixels nothing is wider than the page in any language', async ({ page, context }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await openNotice(page, await makePage(context, { body: BODY, config: CONFIG }));
  for (const lang of LANGUAGES) {
    await page.evaluate((value) => document.documentElement.setAttribute('lang', value), lang);
    await expect(section(page)).toHaveAttribute('lang', lang);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBeLessThanOrEqual(320);
  }
});

test('it is printed whole', async ({ page, context }) => {
  await openNotice(page, await makePage(context, { body: BODY, config: CONFIG }));
  await page.emulateMedia({ media: 'print' });
  await expect(section(page).getByText('Version 1 of the facts')).toBeVisible();
  await expect(section(page).getByText('features/noise-suppression')).toBeVisible();
});

test('where its file cannot be had, the author’s content stays', async ({ page, context }) => {
  await context.route('**/jitsi-gate/notice-*.js', (route) => route.abort());
  await page.goto(await makePage(context, { body: BODY, config: CONFIG }));
  await expect.poll(() => page.evaluate(() => customElements.get('jitsi-gate-notice') !== undefined)).toBe(true);
  await page.waitForTimeout(500);
  await expect(page.getByText('Ask us about meetings.')).toBeVisible();
});
