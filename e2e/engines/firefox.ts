import { type Page, launch } from 'puppeteer-core';
import { onPath } from '../../test/support/find-chromium.js';
import { type Engine, type Tab, askUntil } from './engine.js';

/** Keys as this browser takes them. */
const KEYS = { Tab: 'Tab', Back: 'Tab', Enter: 'Enter', Space: ' ' } as const;

function tabOf(page: Page): Tab {
  return {
    ask: (script) => askUntil(() => page.evaluate(`(() => { ${script} })()`)),
    show: () => page.bringToFront(),
    async press(key) {
      if (key === 'Back') await page.keyboard.down('Shift');
      await page.keyboard.press(KEYS[key]);
      if (key === 'Back') await page.keyboard.up('Shift');
    },
    click: (x, y) => page.mouse.click(x, y),
    reload: async () => void (await page.reload()),
  };
}

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
      return tabOf(page).ask(script);
    },
    async open(url) {
      const opened = await browser.newPage();
      await opened.goto(url);
      return tabOf(opened);
    },
    close: () => browser.close(),
  };
}
