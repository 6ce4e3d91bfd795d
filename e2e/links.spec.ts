import { createServer } from 'node:http';
import type { BrowserContext, Locator, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, gateOf, openAsking, partOf, readDecision } from './support/gate.js';
import { listen } from './support/listen.js';
import { makePage, PRACTICE } from './support/made-site.js';

type Links = Readonly<Record<'chat' | 'notice' | 'evidence', Locator>>;

/** A page whose gate links to another host in every way: an alternative, the notice of the site, and what the details prove. */
async function openLinks(page: Page, context: BrowserContext, host = 'https://other.example.org'): Promise<Links> {
  const practice = { ...PRACTICE, alternatives: [{ label: 'Chat', url: `${host}/chat` }], transfer: { tool: 'scc', evidenceUrl: `${host}/evidence` } };
  await openAsking(page, await makePage(context, { config: { privacyUrl: `${host}/notice`, operators: { practice } } }));
  await partOf(page, 'details').locator('summary').click();
  const link = (name: string): Locator => gateOf(page).getByRole('link', { name });
  return { chat: link('Chat'), notice: link('Privacy notice'), evidence: link(`${host}/evidence`) };
}

const ACTS: readonly (readonly [string, (link: Locator) => Promise<void>])[] = [
  ['Ctrl', (link) => link.click({ modifiers: ['ControlOrMeta'] })],
  ['Shift', (link) => link.click({ modifiers: ['Shift'] })],
  ['the middle button', (link) => link.click({ button: 'middle' })],
  ['Ctrl and Enter', (link) => link.press('ControlOrMeta+Enter')],
];

// A headless shell opens no tabs by itself, and looks nothing up for a pointer.
test.describe('a link to another host, in a whole browser,', () => {
  test.use({ profile: 'regular' });

  for (const [title, act] of ACTS) {
    test(`opens elsewhere with ${title}, says not where it comes from, and decides nothing`, async ({ page, context, foreign }) => {
      const asked: unknown[] = [];
      const other = await listen(createServer(({ url, headers }, response) => {
        if (url !== '/favicon.ico') asked.push([url, headers.referer]);
        response.end('Another site');
      }), 0);
      const host = other.origin.replace('127.0.0.1', 'localhost');
      foreign.respond(host, { pass: true });
      try {
        for (const [name, link] of Object.entries(await openLinks(page, context, host))) {
          await Promise.all([context.waitForEvent('page'), act(link)]);
          await expect.poll(() => asked.splice(0)).toEqual([[`/${name}`, undefined]]);
          await page.bringToFront();
        }
        await expectState(page, 'asking');
        expect(await readDecision(page, 'practice')).toBeUndefined();
      } finally {
        await other.close();
      }
    });
  }

  test('is looked up by no pointer, focus or menu, and by no press that leaves it', async ({ page, context, foreign }) => {
    for (const link of Object.values(await openLinks(page, context))) {
      await link.focus();
      await link.click({ button: 'right' });
      await page.keyboard.press('Escape');
      for (const button of ['left', 'middle', 'right'] as const) {
        await link.hover({ position: { x: 4, y: 8 } });
        await page.mouse.down({ button });
        await link.hover({ position: { x: 8, y: 8 } });
        await page.mouse.move(1, 1);
        await page.mouse.up({ button });
      }
    }
    await foreign.expectSilence();
  });
});

test.describe('a link to another host', () => {
  test('is followed in the same tab by a click, and by Enter', async ({ page, context, foreign }) => {
    foreign.respond('other.example.org', { body: 'Another site' });
    await (await openLinks(page, context)).chat.click();
    await page.waitForURL('https://other.example.org/chat');
    await (await openLinks(page, context)).notice.press('Enter');
    await page.waitForURL('https://other.example.org/notice');
  });

  test('gives its address to the menu, and has none before and after', async ({ page, context }) => {
    const { chat } = await openLinks(page, context);
    await page.evaluate(() => {
      // The menu is made of what is there after the page's own listeners.
      addEventListener('contextmenu', (event) => Reflect.set(window, 'offered', (event.composedPath()[0] as HTMLAnchorElement).href));
    });
    await expect(chat).not.toHaveAttribute('href');
    await chat.click({ button: 'right' });
    expect(await page.evaluate(() => Reflect.get(window, 'offered'))).toBe('https://other.example.org/chat');
    await expect(chat).not.toHaveAttribute('href');
  });

  test('is followed by no script', async ({ page, context, foreign }) => {
    await (await openLinks(page, context)).chat.evaluate((link) => {
      (link as HTMLElement).click();
      for (const type of ['auxclick', 'contextmenu']) link.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 1 }));
      link.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      (link as HTMLElement).click();
    });
    await foreign.expectSilence();
  });
});
