import type { Page } from 'playwright/test';
import type { Copies } from './apps/copies/main.js';
import { testOf } from './support/app-site.js';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateLines, gateOf, listenToConsole, press, readDecision } from './support/gate.js';
import { CLUB, makePage, PLACEHOLDER, PRACTICE } from './support/made-site.js';
import { STAND_INS, type StandIn, standInMarkup } from './support/stand-in-platforms.js';

/** What a consent platform, or what is said about it, can be wrong by; several at once; and an owner's own adapter. */

interface Wrong {
  readonly config: Readonly<Record<string, unknown>>;
  readonly head?: string;
  /** What the console says; `seconds` later. */
  readonly says: RegExp;
  readonly seconds?: number;
}

const own = (body: string): string => `<script>window.JitsiGateCallbacks = { cmp: { name: 'flowconsent', ${body} } };</script>`;
const ADAPTER = { cmp: 'flowconsent' };
const KLARO = '{ getService: () => ({}), watch() {}, unwatch() {}, confirmed: true, consents: {}, savedConsents: { jitsi: true } }';

const WRONG: Readonly<Record<string, Wrong>> = {
  'a name that is not known': { config: { cmp: 'Klaro' }, says: /"Klaro" is no platform that is known here \(klaro, / },
  'a name like a member of every object': { config: { cmp: 'constructor' }, says: /"constructor" is no platform that is known here/ },
  'one that never comes': { config: { cmp: 'klaro' }, says: /klaro has not come/, seconds: 12 },
  'none at all, where any is to be found': { config: { cmp: 'auto' }, says: /no consent platform has come/, seconds: 12 },
  'an element in place of one': { config: { cmp: 'auto' }, head: '<script>addEventListener("load", () => document.body.insertAdjacentHTML("beforeend", "<form id=klaro><input name=getManager></form><a id=Osano></a><a id=Osano name=cm></a>"))</script>', says: /no consent platform has come/, seconds: 12 },
  'one that throws when it is looked at': { config: { cmp: 'klaro' }, head: '<script>Object.defineProperty(window, "klaro", { get() { throw Error("broken"); } })</script>', says: /klaro has not come/, seconds: 12 },
  'one that throws when it is asked': { config: { cmp: 'klaro' }, head: `<script>window.klaro = { defaultConfig: {}, getManager() { return { ...${KLARO}, get savedConsents() { throw Error('broken'); } }; } }</script>`, says: /klaro cannot be read \(broken\)/ },
  'one that throws when it is connected': { config: { cmp: 'klaro' }, head: '<script>window.klaro = { defaultConfig: {}, getManager() { throw Error("broken"); } }</script>', says: /klaro cannot be read \(Error: broken\)/ },
  'categories, and none is named': { config: { cmp: 'cookiebot' }, head: standInMarkup(STAND_INS['cookiebot'] as StandIn), says: /cookiebot has categories: name the one of the meetings by cmpCategory/ },
  'an adapter that answers something else': { config: ADAPTER, head: own('read: () => "yes", subscribe: () => () => {}'), says: /flowconsent answers "yes"/ },
  'an adapter that answers true': { config: ADAPTER, head: own('read: async () => true, subscribe: () => () => {}'), says: /flowconsent answers true/ },
  'an adapter that rejects': { config: ADAPTER, head: own('read: () => Promise.reject(Error("offline")), subscribe: () => () => {}'), says: /flowconsent cannot be read \(offline\)/ },
  'an adapter that never answers': { config: ADAPTER, head: own('read: () => new Promise(() => {}), subscribe: () => () => {}'), says: /flowconsent has not answered yet/ },
  'an adapter that cannot be listened to': { config: ADAPTER, head: own('read: () => "granted", subscribe() { throw Error("no"); }'), says: /flowconsent cannot be read \(Error: no\)/ },
  'an adapter of another name': { config: { cmp: 'flow' }, head: own('read: () => "granted", subscribe: () => () => {}'), says: /"flow" is no platform that is known here/ },
  'an adapter without its functions': { config: ADAPTER, head: own('read: "granted"'), says: /"flowconsent" is no platform that is known here/ },
  'visitors that are never remembered': { config: { ...ADAPTER, remember: 'never' }, head: own('read: () => "granted", subscribe: () => () => {}'), says: /flowconsent: visitors are never remembered here, so its yes is not taken/ },
  'children': { config: { ...ADAPTER, audience: 'children' }, head: own('read: () => "granted", subscribe: () => () => {}'), says: /visitors are never remembered here/ },
};

for (const [what, { config, head = '', says, seconds = 3 }] of Object.entries(WRONG)) {
  test(`the gate asks by itself, nothing is loaded, and one line says why: ${what}`, async ({ page, foreign }) => {
    const lines = listenToConsole(page);
    await page.goto(await makePage(page.context(), { head, config }));
    await page.mouse.click(5, 5);
    await expectState(page, 'asking');
    await page.waitForTimeout(seconds * 1000);
    await expectState(page, 'asking');
    expect(gateLines(lines)).toEqual([expect.stringMatching(new RegExp(`\\[jitsi-gate\\] cmp: .*${says.source}.*; the gate asks by itself`))]);
    expect(lines.filter((line) => line.startsWith('pageerror'))).toEqual([]);
    await foreign.expectSilence();
    await acceptUntilLive(page);
  });
}

test('a configuration that claims no consent has none to take over', async ({ page, foreign }) => {
  const lines = listenToConsole(page);
  await page.goto(await makePage(page.context(), { config: { basis: 'requested-service', cmp: 'klaro' } }));
  await expectState(page, 'invalid');
  await expect.poll(() => gateLines(lines).join()).toContain('config: cmp: expected "none", as no consent is claimed, found "klaro"');
  await foreign.expectSilence();
});

const say = (page: Page, answer: string): Promise<void> => page.evaluate((word) => (window as unknown as { say(answer: string): void }).say(word), answer);
const settle = (page: Page): Promise<void> => page.waitForTimeout(2600);

test('one that changes its shape later on ends nothing and grants nothing more', async ({ page }) => {
  const lines = listenToConsole(page);
  const head = standInMarkup(STAND_INS['cookieyes'] as StandIn);
  await page.goto(await makePage(page.context(), { head, config: { cmp: 'cookieyes', cmpCategory: 'functional' } }));
  await page.mouse.click(5, 5);
  await settle(page);
  await say(page, 'granted');
  await expectState(page, 'ready');
  await page.evaluate(() => Object.assign(window, { getCkyConsent: () => undefined }));
  await say(page, 'granted');
  await expect.poll(() => gateLines(lines).join()).toMatch(/cmp: cookieyes cannot be read/);
  await expectState(page, 'ready');
  await press(page, 'withdraw');
  await say(page, 'granted');
  await page.waitForTimeout(500);
  await expectState(page, 'asking');
});

test.describe('several on one page', () => {
  const both = (first: string, second: string, delay = 0): string => `${standInMarkup(STAND_INS[first] as StandIn)}<script>window.say1 = window.say;</script>
<script>const two = () => { ${(STAND_INS[second] as StandIn).script.replaceAll('kept()', 'kept2()').replaceAll('keep(', 'keep2(').replaceAll('isYes()', 'isYes2()').replaceAll('late(', 'setTimeout(').replaceAll('fire(', 'fire2(')} };
const kept2 = () => localStorage.getItem('second'), keep2 = (answer) => localStorage.setItem('second', answer), isYes2 = () => kept2() === 'granted', fire2 = (target, name, detail) => target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
setTimeout(two, ${delay});</script>`;

  test('the most specific one is followed, also where it comes later', async ({ page }) => {
    await page.goto(await makePage(page.context(), { head: both('wp-consent-api', 'complianz', 2000), config: { cmp: 'auto', cmpCategory: 'marketing' } }));
    await page.mouse.click(5, 5);
    await page.waitForTimeout(5000);
    await page.evaluate(() => {
      document.cookie = 'wp_consent_marketing=allow;path=/';
      document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail: { marketing: 'allow' } }));
    });
    await page.waitForTimeout(500);
    // Only what speaks for it has said so.
    await expectState(page, 'asking');
    await say(page, 'granted');
    await expectState(page, 'ready');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('complianz');
  });

  test('a name that two share is no reason to take one for the other', async ({ page }) => {
    await page.goto(await makePage(page.context(), { head: standInMarkup(STAND_INS['cookiebot'] as StandIn), config: { cmp: 'auto', cmpCategory: 'preferences' } }));
    await page.mouse.click(5, 5);
    await settle(page);
    await say(page, 'granted');
    await expectState(page, 'ready');
  });
});

const FLOW = own(`
  answer: 'unknown', heard: [], written: [],
  read() { return this.answer; },
  subscribe(listener) { this.heard.push(listener); return () => this.heard.splice(this.heard.indexOf(listener), 1); },
  write(granted) { this.written.push(granted); return new Promise(() => {}); }`);
const answer = (page: Page, word: string): Promise<void> => page.evaluate((now) => {
  const { cmp } = (window as unknown as { JitsiGateCallbacks: { cmp: { answer: string; heard: (() => void)[] } } }).JitsiGateCallbacks;
  cmp.answer = now;
  for (const hear of [...cmp.heard]) hear();
}, word);
const written = (page: Page): Promise<boolean[]> => page.evaluate(() => (window as unknown as { JitsiGateCallbacks: { cmp: { written: boolean[] } } }).JitsiGateCallbacks.cmp.written);

test.describe("an owner's own adapter", () => {
  test('is followed like a platform, and a write that never ends holds nobody up', async ({ page }) => {
    await page.goto(await makePage(page.context(), { head: FLOW, config: { ...ADAPTER, cmpWriteBack: true } }));
    await page.mouse.click(5, 5);
    await settle(page);
    await answer(page, 'granted');
    await expectState(page, 'ready');
    await press(page, 'accept');
    await expectState(page, 'live');
    await answer(page, 'denied');
    await expectState(page, 'asking');
    await acceptUntilLive(page, { remember: true });
    expect(await written(page)).toEqual([true]);
    await answer(page, 'granted');
    await press(page, 'withdraw');
    await expectState(page, 'asking');
    expect(await written(page)).toEqual([true]);
    // The first write is waited for no longer than ten seconds.
    await expect.poll(() => written(page), { timeout: 15_000 }).toEqual([true, false]);
  });

  test('a service that stands for two operators grants both, and nothing is written for one of them alone', async ({ page }) => {
    const body = `${PLACEHOLDER}<div id="club" data-jitsi-room="other-room-x8k2pq9z" data-jitsi-operator="club"></div>`;
    await page.goto(await makePage(page.context(), { head: FLOW, body, config: { ...ADAPTER, cmpWriteBack: true, operators: { practice: PRACTICE, club: CLUB }, defaultOperator: 'practice' } }));
    await page.mouse.click(5, 5);
    await settle(page);
    await answer(page, 'denied');
    await acceptUntilLive(page, { remember: true, within: '#box' });
    expect(await written(page)).toEqual([]);
    await expectState(page, 'asking', '#club');
    await answer(page, 'granted');
    await expectState(page, 'ready', '#club');
    await expectState(page, 'live', '#box');
    await answer(page, 'denied');
    for (const place of ['#club', '#box']) await expectState(page, 'asking', place);
  });

  test('a yes starts nothing, also where a remembered yes would', async ({ page, foreign }) => {
    await page.goto(await makePage(page.context(), { head: FLOW, config: { ...ADAPTER, start: 'auto' } }));
    await page.mouse.click(5, 5);
    await settle(page);
    await answer(page, 'granted');
    await expectState(page, 'ready');
    await page.reload();
    await expectState(page, 'ready');
    await page.waitForTimeout(1000);
    await expectState(page, 'ready');
    await foreign.expectSilence();
  });

  test('a yes in one tab makes the gates of the others ready, and the other tabs put nothing more on record', async ({ page, context }) => {
    const path = await makePage(context, { head: FLOW, config: ADAPTER });
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(path);
      await tab.mouse.click(5, 5);
      await settle(tab);
    }
    await answer(page, 'granted');
    await expectState(other, 'ready');
    await answer(other, 'granted');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('jitsi-gate-receipt.')).length)).toBe(1);
    await press(other, 'withdraw');
    await expectState(page, 'asking');
  });
});

const testApp = testOf('copies');

testApp('in JavaScript it is given to configure(), whole or as a platform without a global', async ({ page }) => {
  const lines = listenToConsole(page);
  await page.goto('/');
  await page.waitForFunction(() => 'copies' in window);
  await page.mouse.click(5, 5);
  await page.evaluate(async () => {
    const { a } = Reflect.get(window, 'copies') as Copies;
    const { configure } = await a.index();
    const operators = { school: { domain: 'meet.example.eu', name: 'School', country: 'DE' } };
    const listeners = new Set<() => void>();
    const platform = { word: 'unknown' as 'unknown' | 'granted' | 'denied' };
    const adapter = {
      name: 'FlowConsent',
      read: () => platform.word,
      subscribe: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
    };
    Object.assign(window, { say: (word: typeof platform.word) => (Object.assign(platform, { word }), listeners.forEach((hear) => hear())) });
    configure({ privacyUrl: '/privacy', operators, cmp: adapter }).scan();
    // A later configuration replaces the earlier one, its platform included.
    const state = { consents: { has: true }, getState: () => ({ hasConsented: () => state.consents.has, has: () => true }), subscribe: () => () => undefined };
    Object.assign(window, { useInstance: () => configure({ privacyUrl: '/privacy', operators, cmp: { name: 'c15t', instance: state }, cmpCategory: 'experience' }).scan() });
    try {
      configure({ privacyUrl: '/privacy', operators, cmp: { name: 'x' } as never });
    } catch (error) {
      console.log(String(error));
    }
  });
  await expectState(page, 'asking', '#element');
  await page.waitForTimeout(2600);
  await say(page, 'granted');
  await expectState(page, 'ready', '#element');
  await say(page, 'denied');
  await expectState(page, 'asking', '#element');
  expect(lines.join('\n')).toContain("GateError: cmp: expected a platform's name, or { name, instance }, or an adapter { name, read, subscribe }, found an object");
  await page.evaluate(() => (window as unknown as { useInstance(): void }).useInstance());
  await expectState(page, 'ready', '#element');
  await say(page, 'denied');
  await page.waitForTimeout(300);
  await expectState(page, 'ready', '#element');
  expect(await readDecision(page, 'school')).toMatchObject({ source: 'cmp', decision: 'granted' });
  await expect(gateOf(page, '#element')).toBeVisible();
});
