import { ENGINE_CASES, pageOf } from './engines/cases.js';
import { lookScript } from './engines/serve.js';
import { expect, test } from './support/fixtures.js';
import { expectState } from './support/gate.js';

for (const one of ENGINE_CASES) {
  test(`the gate can be read and answered in ${one.name}`, async ({ page, context }) => {
    const { width, height } = one;
    await context.route('**/case.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(one) }));
    await context.route('**/look.js', async (route) => route.fulfill({ contentType: 'text/javascript', body: await lookScript() }));
    await page.setViewportSize({ width, height });
    await page.goto('/case.html');
    await expectState(page, 'asking');
    await expect.poll(() => page.evaluate(() => window.lookAtGate()), { timeout: 2000 }).toEqual([]);
  });
}
