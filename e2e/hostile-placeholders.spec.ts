import type { Page } from 'playwright/test';
import { CORPUS } from '../test/support/hostile/corpus.js';
import { type HostilePlaceholder, DECLARED } from '../test/support/hostile/placeholder.js';
import { expect, test } from './support/fixtures.js';
import { expectState, listenToConsole, press } from './support/gate.js';
import { addPlaceholders, markupOf, openHostile, readShown, readSpoils } from './support/hostile-page.js';

const ORIGINS = Object.values(DECLARED).map(({ domain }) => `https://${domain}`);
const ASKING = CORPUS.flatMap((placeholder) => (placeholder.outcome.state === 'asking' ? [{ ...placeholder, outcome: placeholder.outcome }] : []));
type Asking = (typeof ASKING)[number];

/** Whether what a placeholder says goes into an address; titles and the like do not, so some of them stand for all. */
const isTold = ({ attributes }: Asking, index: number): boolean => {
  const { 'data-jitsi-room': room, 'data-jitsi-src': src, 'data-jitsi-domain': domain } = attributes;
  return (room !== 'room' && !src) || domain !== undefined || (src !== undefined && !src.includes('#')) || index % 5 === 0;
};

/** What the page has to show for each placeholder, in words that name it. */
const wanted = (corpus: readonly HostilePlaceholder[]): string[] => corpus.map(({ title, outcome }) => (
  outcome.state === 'asking' ? `${title} → asking ${DECLARED[outcome.operator].name}` : `${title} → invalid`));

async function expectOutcomes(page: Page, corpus: readonly HostilePlaceholder[]): Promise<void> {
  const found = async (): Promise<string[]> => (await readShown(page, corpus.length)).map(({ state, accept }, index) => (
    `${corpus[index]?.title} → ${state} ${accept.replace('Load meeting from ', '')}`.trim()));
  await expect.poll(found, { timeout: 20_000 }).toEqual(wanted(corpus));
}

/** Requests to the page's own origin that are neither the page nor our files. */
function listenToSite(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (hostname === '127.0.0.1' && !/^\/(made\.html|assets\/.*|favicon\.ico)$/.test(pathname)) urls.push(request.url());
  });
  return urls;
}

async function expectUnspoiled(page: Page, lines: readonly string[]): Promise<void> {
  const { before, now, pwned } = await readSpoils(page);
  expect(now).toBe(before);
  expect(pwned).toBeUndefined();
  expect(lines.filter((line) => line.startsWith('pageerror'))).toEqual([]);
}

test('the corpus holds at least two hundred placeholders, each of its own', () => {
  expect(new Set(CORPUS.map(({ tag, attributes }) => JSON.stringify([tag, attributes]))).size).toBeGreaterThanOrEqual(200);
  expect(ASKING.length).toBeGreaterThan(50);
});

test.describe('hostile placeholders', () => {
  // A regular profile: there hints act, and lookups are seen that no interception shows.
  test.use({ profile: 'regular' });

  test('put in by a script select a declared operator or nothing, ask nothing of anybody and run nothing', async ({ page, context, foreign }) => {
    test.setTimeout(90_000);
    const [lines, own] = [listenToConsole(page), listenToSite(page)];
    await openHostile(page, context);
    await addPlaceholders(page, CORPUS);
    await expectOutcomes(page, CORPUS);
    const shown = await readShown(page, CORPUS.length);
    expect(shown.flatMap(({ strange }, index) => strange.map((name) => `${CORPUS[index]?.title}: ${name}`))).toEqual([]);
    expect(shown.flatMap(({ isLiteral }, index) => (isLiteral ? [] : [CORPUS[index]?.title]))).toEqual([]);
    await foreign.expectSilence();
    expect(own).toEqual([]);
    await expectUnspoiled(page, lines);
  });
});

test('hostile placeholders in the markup of a page do so, too', async ({ page, context, foreign }) => {
  const corpus = CORPUS.filter(({ attributes }) => Object.values(attributes).every((value) => value.length < 10_000 && !/[\0\r]|\p{Cs}/u.test(value)));
  expect(corpus.length).toBeGreaterThan(500);
  const [lines, own] = [listenToConsole(page), listenToSite(page)];
  await openHostile(page, context, { body: markupOf(corpus) });
  await expectOutcomes(page, corpus);
  await foreign.expectSilence();
  expect(own).toEqual([]);
  await expectUnspoiled(page, lines);
});

test.describe('a yes to a hostile placeholder', () => {
  /** Agrees to the placeholder with that number; it has to lead to its operator's address and to the room that it names. */
  const agree = async (page: Page, [index, { title, outcome }]: readonly [number, Asking], next: () => Promise<string>): Promise<void> => {
    await press(page, 'accept', `#c${index}`);
    const { origin, pathname } = new URL(await next());
    const { domain, ...facts } = DECLARED[outcome.operator];
    const path = 'appId' in facts ? `${facts.appId}/${outcome.room}` : outcome.room;
    expect([origin, ...pathname.slice(1).split('/').map(decodeURIComponent)], title).toEqual([`https://${domain}`, ...path.split('/')]);
  };

  const open = async (page: Page, corpus: readonly Asking[]): Promise<void> => {
    await addPlaceholders(page, corpus);
    await expectOutcomes(page, corpus);
  };

  test('leads to the declared address of its operator and to the room that it names', async ({ page, context, foreign }) => {
    test.setTimeout(180_000);
    const told = ASKING.filter(isTold);
    expect(told.length).toBeGreaterThan(80);
    foreign.respond(() => true, { body: '' });
    const lines = listenToConsole(page);
    await openHostile(page, context);
    await open(page, told);
    for (const placeholder of told.entries()) {
      foreign.clear();
      await agree(page, placeholder, async () => {
        await expect.poll(() => foreign.requests.length, { intervals: [5] }).toBe(1);
        return foreign.requests[0]?.url ?? '';
      });
      // It would fail before long, and move what is below it under the visitor's pointer.
      await page.locator(`#c${placeholder[0]}`).evaluate((element) => element.remove());
    }
    await expectUnspoiled(page, lines);
  });

  test('does so with the script of the operator, which builds the address itself', async ({ page, context, foreign }) => {
    test.setTimeout(90_000);
    const isOdd = ({ title }: Asking): boolean => /<img|__proto__|%|&|\.\.\/|;|constructor|toolbarButtons/.test(title);
    const odd = ASKING.filter(isOdd).filter((_, index) => index % 4 === 0);
    expect(odd.length).toBeGreaterThan(5);
    const lines = listenToConsole(page);
    await openHostile(page, context, { mode: 'api' });
    await open(page, odd);
    for (const [index, placeholder] of odd.entries()) {
      foreign.clear();
      await agree(page, [index, placeholder], async () => {
        const find = () => foreign.requests.find(({ resourceType }) => resourceType === 'document');
        await expect.poll(find).toBeDefined();
        return find()?.url ?? '';
      });
      expect(foreign.requests.map(({ url }) => new URL(url).origin).filter((origin) => !ORIGINS.includes(origin))).toEqual([]);
      await expectState(page, 'live', `#c${index}`);
      await press(page, 'withdraw', `#c${index}`);
      await expectState(page, 'asking', `#c${index}`);
    }
    await expectUnspoiled(page, lines);
  });
});
