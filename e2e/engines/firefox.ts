import { launch } from 'puppeteer-core';
import { onPath } from '../../test/support/find-chromium.js';
import { type Engine, askUntil } from './engine.js';

/** Firefox as it is installed; undefined where it is not. */
export async function openFirefox(): Promise<Engine | undefined> {
  const [executablePath] = onPath(['firefox-esr', 'firefox']);
  if (executablePath === undefined) return undefined;
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    name: await browser.version(),
    async ask(url, script) {
      await page.goto(url);
      return askUntil(() => page.evaluate(`(() => { ${script} })()`));
    },
    close: () => browser.close(),
  };
}
