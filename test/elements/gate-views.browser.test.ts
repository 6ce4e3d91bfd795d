import { describe, expect, it } from 'vitest';
import type { GateState } from '../support/gate-on-page.js';
import { addGate, addReached, controls, inside, part, press, pressTo, reached, showsFallback, textOf } from '../support/gate-on-page.js';
import { meetingOf } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

const alternatives = [{ label: 'By telephone', url: 'tel:+4930123456' }];

interface Way {
  readonly release?: string;
  go(gate: Element): Promise<unknown> | void;
}

/** How each state is reached from a gate that asks. */
const ways: Readonly<Record<Exclude<GateState, 'invalid'>, Way>> = {
  asking: { go: () => undefined },
  ready: { go: () => openSite({}, { alternatives }).grant('clinic', { source: 'api', name: 'test' }) },
  loading: { go: (gate) => press(gate, 'accept'), release: 'hangs' },
  live: { go: (gate) => press(gate, 'accept') },
  ended: {
    async go(gate) {
      await press(gate, 'accept');
      (await meetingOf(gate)).leave();
    },
  },
  declined: { go: (gate) => press(gate, 'decline') },
  failed: { go: (gate) => press(gate, 'accept'), release: 'missing' },
};

const shown = {
  asking: ['accept', 'decline', 'remember'],
  ready: ['accept', 'withdraw'],
  loading: ['cancel'],
  live: ['withdraw'],
  ended: ['accept', 'withdraw'],
  declined: ['reconsider'],
  failed: ['retry', 'withdraw'],
} as const;

type Reachable = keyof typeof shown;

async function open(state: Reachable): Promise<Element> {
  const { release, go } = ways[state];
  openSite({}, { alternatives, ...(release && { release }) });
  const gate = await addReached();
  await go(gate);
  await reached(gate, state);
  return gate;
}

describe.each(Object.keys(shown) as Reachable[])('a gate that is %s', (state) => {
  it('shows exactly its controls', async () => {
    expect(controls(await open(state))).toEqual(shown[state]);
  });

  it('is labelled by its heading', async () => {
    const gate = await open(state);
    const section = inside(gate, 'section')[0];
    const heading = inside(gate, `#${section?.getAttribute('aria-labelledby') ?? 'nothing'}`);
    expect(heading.map((element) => element.getAttribute('part'))).toEqual(['heading']);
    expect(heading[0]?.textContent.trim()).not.toBe('');
  });

  it('does not show the author’s fallback', async () => {
    expect(showsFallback(await open(state))).toBe(false);
  });

  it('names the operator', async () => {
    expect(textOf(await open(state))).toContain('Clinic GmbH');
  });
});

it.each(['asking', 'declined', 'failed'] as const)('offers the alternatives while it is %s', async (state) => {
  const links = inside(await open(state), 'a').filter(({ textContent }) => textContent === 'By telephone (+4930123456)');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['tel:+4930123456']);
});

it.each(['ready', 'loading', 'live', 'ended'] as const)('has a box for the meeting that is shown only while it runs: %s', async (state) => {
  expect(part(await open(state), 'meeting').checkVisibility()).toBe(state === 'loading' || state === 'live');
});

it('fills its box with the meeting, as high as the placeholder says', async () => {
  openSite();
  const gate = await addReached('asking', { height: '333' });
  await pressTo(gate, 'accept', 'live');
  const box = part(gate, 'meeting').getBoundingClientRect();
  const frame = inside(gate, 'iframe')[0]?.getBoundingClientRect();
  expect([frame?.width, frame?.height]).toEqual([box.width, 333]);
});

it('gives the meeting’s frame a title', async () => {
  openSite();
  const gate = await addReached('asking', { label: 'Consulting hour' });
  await pressTo(gate, 'accept', 'live');
  expect(inside(gate, 'iframe')[0]?.title).toBe('Video meeting: Consulting hour');
});

it('keeps the bar outside the meeting’s frame, above it', async () => {
  const gate = await open('live');
  const bar = part(gate, 'bar');
  expect(bar.contains(part(gate, 'withdraw'))).toBe(true);
  expect(bar.getBoundingClientRect().bottom).toBeLessThanOrEqual(part(gate, 'meeting').getBoundingClientRect().top + 1);
});

it('tells of progress by an element that a screen reader knows and can name', async () => {
  const [progress] = inside(await open('loading'), 'progress');
  expect(progress?.getAttribute('aria-labelledby')).toBe('heading');
});

it('tells of a failure at once, in words for a visitor', async () => {
  const alerts = inside(await open('failed'), '[role="alert"]').map(({ textContent }) => textContent);
  expect(alerts).toEqual(['The meeting of Clinic GmbH did not open. Its server may be out of reach, or may not allow it on this website.']);
});

it('shows the meeting’s name as text, whatever it looks like', async () => {
  openSite();
  const gate = addGate({ label: '<img src=x onerror=alert(1)> & "more"' });
  await reached(gate, 'asking');
  expect(part(gate, 'heading').textContent).toBe('Video meeting: <img src=x onerror=alert(1)> & "more"');
  expect(inside(gate, 'img')).toEqual([]);
});

it('shows a poster of the page’s own origin while it asks', async () => {
  openSite();
  const gate = await addReached('asking', { poster: '/room-poster' });
  expect(inside(gate, 'img').map((image) => [image.getAttribute('src'), image.getAttribute('alt')])).toEqual([['/room-poster', '']]);
});
