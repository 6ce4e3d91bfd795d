import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/fixtures.js';
import { openAsking, partOf, press, expectState } from './support/gate.js';
import { makePage } from './support/made-site.js';

const folder = fileURLToPath(new URL('../dist/jitsi-gate/', import.meta.url));

test.use({ colorScheme: 'dark' });

/** A browser that does not know `light-dark()`, as Safari before 17.5: it drops each rule that holds it. */
test.beforeEach(async ({ context }) => {
  for (const name of readdirSync(folder)) {
    const text = await readFile(folder + name, 'utf8');
    if (!text.includes('light-dark(')) continue;
    await context.route(`**/${name}`, (route) => route.fulfill({ contentType: 'text/javascript', body: text.replaceAll('light-dark(', 'unknown-function(') }));
  }
});

test('a browser without light-dark() shows light colours and real buttons', async ({ page, context }) => {
  await openAsking(page, await makePage(context));
  for (const name of ['accept', 'decline']) {
    await expect(partOf(page, name)).toHaveCSS('background-color', 'rgb(31, 95, 191)');
    await expect(partOf(page, name)).toHaveCSS('border-top-color', 'rgb(31, 95, 191)');
    await expect(partOf(page, name)).toHaveCSS('color', 'rgb(255, 255, 255)');
  }
  await expect(page.locator('jitsi-gate section')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(partOf(page, 'heading')).toHaveCSS('color', 'rgb(28, 34, 48)');
});

test('a browser without light-dark() shows the notice of a recording in a colour of its own', async ({ page, context }) => {
  await openAsking(page, await makePage(context));
  await press(page, 'accept');
  await expectState(page, 'live');
  const mark = partOf(page, 'recording');
  await expect.poll(() => mark.evaluate((element) => getComputedStyle(element).getPropertyValue('--_recording'))).toBe('#b3261e');
});
