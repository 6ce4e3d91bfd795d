import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { onPath } from '../../test/support/find-chromium.js';
import { isExecutable } from '../../test/support/apt-install.js';
import { type Engine, type Key, type Tab, askUntil } from './engine.js';

const BROWSERS = ['4.1', '4.0'].map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`);

/** A port of this machine that nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Sends a command of the WebDriver protocol (https://www.w3.org/TR/webdriver2/) and gives its value. */
async function command(address: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, { method, signal: AbortSignal.timeout(30_000), ...(body !== undefined && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(JSON.stringify(value).slice(0, 300));
  return value;
}

async function openSession(driver: string, binary: string): Promise<string> {
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } };
  const value = await askUntil(() => command(`${driver}/session`, 'POST', { capabilities }).catch(() => undefined));
  return `${driver}/session/${(value as { sessionId: string }).sessionId}`;
}

/** How the protocol writes keys (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const KEYS: Readonly<Record<Key, readonly string[]>> = { Tab: ['\uE004'], Back: ['\uE008', '\uE004'], Enter: ['\uE007'], Space: [' '] };

/** A window of a session, because only the tab that is in front of one is visible. Each of its commands goes to the one that was switched to last. */
async function openTab(session: string, url: string): Promise<Tab> {
  const { handle } = (await command(`${session}/window/new`, 'POST', { type: 'window' })) as { handle: string };
  const there = async (path: string, body: unknown): Promise<unknown> => {
    await command(`${session}/window`, 'POST', { handle });
    return command(`${session}/${path}`, 'POST', body);
  };
  await there('url', { url });
  return {
    ask: (script) => askUntil(() => there('execute/sync', { script, args: [] })),
    show: () => Promise.resolve(),
    async press(key) {
      const down = KEYS[key].map((value) => ({ type: 'keyDown', value }));
      const actions = [...down, ...down.toReversed().map(({ value }) => ({ type: 'keyUp', value }))];
      await there('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async click(x, y) {
      const actions = [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await there('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    reload: async () => void (await there('refresh', {})),
  };
}

/** WebKit as GTK has it, on a screen that nobody sees; undefined where it is not installed. */
export async function openWebKit(): Promise<Engine | undefined> {
  const binary = BROWSERS.find(isExecutable);
  const [[program], [screen]] = [onPath(['WebKitWebDriver']), onPath(['xvfb-run'])];
  if (binary === undefined || program === undefined || screen === undefined) return undefined;
  const port = await freePort();
  // A group of its own, so that all of it can be ended.
  const child = spawn(screen, ['-a', program, `--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', detached: true });
  const end = (): void => void (child.pid !== undefined && process.kill(-child.pid));
  try {
    const session = await openSession(`http://127.0.0.1:${port}`, binary);
    return {
      name: 'WebKit (GTK)',
      async ask(url, script) {
        await command(`${session}/url`, 'POST', { url });
        return askUntil(() => command(`${session}/execute/sync`, 'POST', { script, args: [] }));
      },
      open: (url) => openTab(session, url),
      async close() {
        await command(session, 'DELETE');
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
