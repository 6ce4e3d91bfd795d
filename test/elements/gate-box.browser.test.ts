import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/resolve-locale.js';
import { type GateState, type JitsiGateElement, addGate, inside, part, press, reached } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

/** Boxes as authors make them, width and height in CSS pixels. */
const BOXES = [[240, 160], [320, 480], [480, 270], [800, 450], [1600, 900]] as const;

/** A gate in a box of the author's. */
async function addBoxed([width, height]: readonly [number, number], attributes: Readonly<Record<string, string>> = {}, state: GateState = 'asking'): Promise<JitsiGateElement> {
  const box = document.createElement('div');
  Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
  document.body.append(box);
  const gate = addGate(attributes, box);
  await reached(gate, state);
  await expect.poll(() => inside(gate, 'section').length).toBe(1);
  return gate;
}

/** The parts of a gate that are wider or higher inside than they are. The gate itself may scroll. */
function clipped(gate: Element): string[] {
  return inside(gate, 'section, .view, p, dl, dd, button, label')
    .filter(({ localName, className, scrollWidth, clientWidth, scrollHeight, clientHeight, offsetWidth }) => className !== 'status' && offsetWidth > 0 && clientWidth > 0 && (scrollWidth > clientWidth + 1 || (localName !== 'section' && scrollHeight > clientHeight + 1)))
    .map(({ localName, textContent }) => `${localName}: ${textContent?.slice(0, 40) ?? ''}`);
}

async function accept(gate: Element, state: GateState): Promise<void> {
  await press(gate, 'accept');
  await reached(gate, state);
}

describe.each(BOXES)('in a box of %i × %i pixels', (width, height) => {
  it('the gate fills the box, scrolls inside where its text needs more, and cuts nothing off', async () => {
    openSite();
    const gate = await addBoxed([width, height]);
    const box = gate.getBoundingClientRect();
    expect([box.width, box.height]).toEqual([width, height]);
    expect(clipped(gate)).toEqual([]);
    const places = ['accept', 'decline'].map((name) => part(gate, name).getBoundingClientRect());
    // Without scrolling; the lowest box has no room for two buttons and a heading.
    if (height > 200) for (const { top, bottom } of places) expect(top >= box.top && bottom <= box.bottom).toBe(true);
    part(gate, 'details').scrollIntoView();
    expect(part(gate, 'details').getBoundingClientRect().bottom).toBeLessThanOrEqual(box.bottom);
  });

  it('a meeting fills what the bar leaves of the box, and scrolls with the bar where that is too little', async () => {
    openSite();
    const gate = await addBoxed([width, height], { height: '300' });
    await accept(gate, 'live');
    const bar = part(gate, 'bar').getBoundingClientRect();
    const meeting = part(gate, 'meeting').getBoundingClientRect();
    const frame = inside(gate, 'iframe')[0]?.getBoundingClientRect();
    expect(meeting.height).toBeCloseTo(Math.max(180, height - bar.height - 2), 0);
    expect([frame?.width, frame?.height]).toEqual([meeting.width, meeting.height]);
  });
});

it.each(LANGUAGES)('two buttons in a row find room, or stand one above the other, in %s', async (lang) => {
  openSite().grant('clinic', { source: 'api', name: 'test' });
  const gate = await addBoxed([480, 270], { lang }, 'ready');
  await expect.poll(() => gate.shadowRoot?.querySelector('section')?.lang).toBe(lang);
  expect(clipped(gate)).toEqual([]);
});

it('lines stay short enough to be read in the widest box', async () => {
  openSite();
  const gate = await addBoxed([1600, 900]);
  expect(part(gate, 'accept').closest('.view')?.getBoundingClientRect().width).toBeLessThanOrEqual(48 * 16);
});

it.each(['light', 'dark'])('a poster covers the box behind the text, which keeps a ground of one colour: %s', async (scheme) => {
  openSite();
  const gate = await addBoxed([800, 450], { poster: '/room-poster' });
  gate.style.colorScheme = scheme;
  const [image] = inside(gate, 'img');
  const [section] = inside(gate, 'section');
  const view = image?.nextElementSibling as HTMLElement;
  expect([image?.offsetWidth, image?.offsetHeight]).toEqual([section?.clientWidth, section?.clientHeight]);
  const ground = getComputedStyle(view).backgroundColor;
  expect(ground).toMatch(/^rgb\(\d+, \d+, \d+\)$/);
  expect(ground).toBe(getComputedStyle(section as HTMLElement).backgroundColor);
  view.scrollIntoView();
  const { left, top } = view.getBoundingClientRect();
  // In the padding, where nothing but the ground can cover the picture.
  expect(gate.shadowRoot?.elementFromPoint(Math.max(left, 0) + 20, Math.max(top, 0) + 4)).toBe(view);
});

it('the author’s content is laid out as the author wrote it where the gate is invalid', async () => {
  openSite();
  const gate = addGate({ room: 'a#b' });
  await reached(gate, 'invalid');
  expect(getComputedStyle(gate).display).toBe('block');
});
