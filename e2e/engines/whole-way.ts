import type { Engine, Key, Tab } from './engine.js';

/** What a visitor goes through, and what is asked of it there. */
interface Way {
  readonly engine: Engine;
  readonly url: string;
  /** How often the meeting server was asked so far. */
  readonly requests: () => number;
}

/** The gate and a part of it, for scripts in the page. */
const GATE = "const gate = document.querySelector('jitsi-gate'); const part = (name) => gate?.shadowRoot.querySelector(`[part=${name}]`);";

async function expectState(tab: Tab, state: string): Promise<void> {
  await tab.ask(`${GATE} return gate?.getAttribute('state') === '${state}' && gate.shadowRoot.querySelector('section') ? true : null;`).catch(async () => {
    throw new Error(`the gate is ${String(await tab.ask(`${GATE} return String(gate?.getAttribute('state'));`))}, not ${state}`);
  });
}

function expect(is: unknown, wanted: unknown, what: string): void {
  if (JSON.stringify(is) !== JSON.stringify(wanted)) throw new Error(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
}

const decision = (tab: Tab): Promise<unknown> => tab.ask("return Object.keys(localStorage).filter((key) => key.startsWith('jitsi-gate.')).map((key) => JSON.parse(localStorage[key]).decision).join() || 'none';");
const frames = (tab: Tab): Promise<unknown> => tab.ask(`${GATE} return gate.shadowRoot.querySelectorAll('iframe').length;`);

/** As long as a visitor takes to aim at a button that has just come. */
const aim = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, 900);
});

async function click(tab: Tab, name: string): Promise<void> {
  await tab.show();
  const [x, y] = (await tab.ask(`${GATE} part('${name}').scrollIntoView({ block: 'center' }); const { left, top, width, height } = part('${name}').getBoundingClientRect(); return [left + width / 2, top + height / 2];`)) as [number, number];
  await aim();
  await tab.click(x, y);
}

/** Goes to a part by the Tab key alone, and presses another key there. */
async function pressOn(tab: Tab, name: string, [way, key]: readonly ['Tab' | 'Back', Key]): Promise<void> {
  await tab.show();
  for (let steps = 0; steps < 25; steps += 1) {
    if ((await tab.ask(`${GATE} return gate.shadowRoot.activeElement?.getAttribute('part') ?? 'none';`)) === name) {
      await aim();
      return tab.press(key);
    }
    await tab.press(way);
  }
  throw new Error(`${name} is not reached by Tab`);
}

async function byKeyboard({ engine, url, requests }: Way): Promise<void> {
  const tab = await engine.open(url);
  await expectState(tab, 'asking');
  await aim();
  expect([requests(), await frames(tab), await decision(tab)], [0, 0, 'none'], 'before a yes');
  expect(await tab.ask("return document.querySelector('main').scrollWidth;"), 320, 'the width of what 320 pixels hold');
  await pressOn(tab, 'remember', ['Tab', 'Space']);
  await pressOn(tab, 'accept', ['Back', 'Enter']);
  await expectState(tab, 'live');
  expect([requests() > 0, await frames(tab), await decision(tab)], [true, 1, 'granted'], 'after a yes');
}

async function inTabs({ engine, url, requests }: Way): Promise<void> {
  const [tab, other] = [await engine.open(url), await engine.open(url)];
  await expectState(tab, 'ready');
  await expectState(other, 'ready');
  const before = requests();
  await aim();
  expect(requests(), before, 'a remembered yes starts nothing');
  await click(tab, 'accept');
  await expectState(tab, 'live');
  await click(tab, 'withdraw');
  await expectState(tab, 'asking');
  await expectState(other, 'asking');
  await tab.ask(`${GATE} return gate.shadowRoot.querySelector('iframe') ? null : true;`);
  expect(await decision(tab), 'withdrawn', 'after a withdrawal');
}

async function overVisits({ engine, url, requests }: Way): Promise<void> {
  const tab = await engine.open(url);
  await expectState(tab, 'asking');
  await click(tab, 'accept');
  await expectState(tab, 'live');
  await tab.reload();
  await expectState(tab, 'asking');
  const before = requests();
  await click(tab, 'decline');
  await expectState(tab, 'declined');
  await tab.reload();
  await expectState(tab, 'declined');
  expect([requests(), await decision(tab)], [before, 'declined'], 'after a no');
}

/** The whole way of a visitor, part by part: each goes on where the one before has left the browser's storage. */
export const WHOLE_WAY: readonly (readonly [name: string, go: (way: Way) => Promise<void>])[] = [
  ['by the keyboard, at 320 pixels: silence, a remembered yes, a meeting', byKeyboard],
  ['in two tabs: a remembered yes, a meeting, a withdrawal that counts in both', inTabs],
  ['over visits: a yes for once asks again, and a no stays', overVisits],
];

/** A page of 320 pixels whose meeting server is on this machine. */
export const wholeWayPage = (server: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>The whole way</title><link rel="icon" href="data:,">
<script defer src="/assets/jitsi-gate.js" data-domain="${server}" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy" data-diagnostics="never"></script>
<body style="margin:0"><main style="width:320px"><div data-jitsi-room="secret-room-x8k2pq9z"><a href="/contact">Call us</a></div></main></body></html>`;
