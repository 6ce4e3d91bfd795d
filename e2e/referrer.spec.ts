import type { BrowserContext, Page } from 'playwright/test';
import { type Choosy, type ChoosyServer, startChoosy } from './support/choosy-server.js';
import { expect, test } from './support/fixtures.js';
import type { Foreign } from './support/foreign.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, openAsking, press } from './support/gate.js';
import { MODES } from './support/lifecycle-table.js';
import { makePage, PRACTICE } from './support/made-site.js';

interface Visit extends Choosy {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly foreign: Foreign;
  readonly operator?: Readonly<Record<string, unknown>>;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Opens a page whose meetings are on a server of this computer, and does something there. */
async function visit({ page, context, foreign, operator, config, ...choosy }: Visit, act: (server: ChoosyServer) => Promise<void>): Promise<void> {
  const server = await startChoosy(choosy);
  try {
    foreign.respond(server.origin, { pass: true });
    // A page that a test hands to the browser counts as one from the internet, which has to ask for this.
    await context.grantPermissions(['local-network-access']);
    const operators = { chosen: { ...PRACTICE, domain: server.domain, ...operator } };
    await openAsking(page, await makePage(context, { config: { diagnostics: 'never', ...config, operators } }));
    await act(server);
  } finally {
    // A test may have closed it.
    await server.close().catch(() => undefined);
  }
}

for (const mode of MODES) {
  const all = mode === 'api' ? ['script', 'meeting'] as const : ['meeting'] as const;

  test(`a server learns nothing of the page, neither by script nor by frame, in mode ${mode}`, async ({ page, context, foreign }) => {
    await visit({ page, context, foreign, config: { mode } }, async ({ told }) => {
      await acceptUntilLive(page);
      expect(told).toEqual(all.map((what) => [what, undefined]));
    });
  });

  for (const referrerPolicy of ['origin', 'strict-origin']) {
    test(`a server that wants a Referer gets the site’s address with ${referrerPolicy}, without the page’s, in mode ${mode}`, async ({ page, context, foreign, site }) => {
      await visit({ page, context, foreign, wantsReferer: true, operator: { referrerPolicy }, config: { mode } }, async ({ told }) => {
        await acceptUntilLive(page);
        expect(told).toEqual(all.map((what) => [what, `${site.origin}/`]));
      });
    });
  }
}

test('what an operator is told wins over what frames tell in general', async ({ page, context, foreign }) => {
  const config = { mode: 'frame', frame: { referrerPolicy: 'origin' } };
  await visit({ page, context, foreign, operator: { referrerPolicy: 'no-referrer' }, config }, async ({ told }) => {
    await acceptUntilLive(page);
    expect(told).toEqual([['meeting', undefined]]);
  });
});

test.describe('a server that refuses the script for want of a Referer', () => {
  const integrity = `sha384-${'A'.repeat(64)}`;
  const readable = [
    ['lets the page know its times', { 'timing-allow-origin': '*' }, {}],
    ['lets the page read its status', { 'access-control-allow-origin': '*' }, { integrity }],
  ] as const;

  for (const [title, headers, operator] of readable) {
    test(`and ${title} is not taken for a lost connection`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await visit({ page, context, foreign, wantsReferer: true, headers, operator }, async () => {
        await press(page, 'accept');
        await expectState(page, 'failed');
        await expect(gateOf(page).getByRole('alert')).toHaveText(/did not open.*may not allow it on this website/);
        expect(gateLines(lines).join()).toMatch(/refused: http\S+ gave an error; some servers refuse it without a Referer \(referrerPolicy\)/);
      });
    });
  }

  test('and tells nothing cannot be told from one that is away, and the console names both', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await visit({ page, context, foreign, wantsReferer: true }, async () => {
      await press(page, 'accept');
      await expectState(page, 'failed');
      await expect(gateOf(page).getByRole('alert')).toHaveText(/could not be reached/);
      expect(gateLines(lines).join()).toMatch(/unreachable: .*could not be loaded; some servers refuse it without a Referer \(referrerPolicy\)/);
    });
  });
});

test('a server that lets the page know its times and is away is not taken for one that refuses', async ({ page, context, foreign }) => {
  const headers = { 'timing-allow-origin': '*', 'access-control-allow-origin': '*' };
  await visit({ page, context, foreign, wantsReferer: true, headers }, async (server) => {
    await press(page, 'accept');
    await expectState(page, 'failed');
    await server.close();
    await press(page, 'retry');
    await expect(gateOf(page).getByRole('alert')).toHaveText(/could not be reached/);
  });
});
