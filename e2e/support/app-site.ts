import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright/test';
import { builtApp } from './apps.js';
import { expect, test as base } from './fixtures.js';
import type { RunningServer } from './listen.js';
import { meetingPage } from './meeting-page.js';
import { startSite } from './site-server.js';

/** Marks the meeting's frame, so that another one in its place can be told from it. */
export async function mark(meeting: Frame): Promise<() => Promise<boolean>> {
  await meeting.evaluate(() => Object.assign(window, { isMarked: true }));
  return async () => !meeting.isDetached() && meeting.evaluate(() => Reflect.get(window, 'isMarked') === true);
}

/** Development builds of frameworks say in the console what they dislike. Lit and external_api.js have a line of their own. */
export function expectQuiet(lines: readonly string[]): void {
  expect(lines.filter((line) => !/^(info|log|debug):|Lit is in dev mode|Allow attribute will take precedence/.test(line))).toEqual([]);
}

/** Tests on the pages of a built app; the built script files are there, too. */
export const testOf = (name: string) => base.extend<object, { site: RunningServer }>({
  site: [
    async ({}, use) => {
      await meetingPage();
      const site = await startSite({ root: builtApp(name), mounts: { '/gate/': fileURLToPath(new URL('../../dist/', import.meta.url)) } });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});
