import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aimedAt } from '../support/aim.js';
import { addReached, part, press, pressTo, reached } from '../support/gate-on-page.js';
import { framesOf, traces } from '../support/meeting-of.js';
import { closeSiteAfterEach, openSite, storedDecisions } from '../support/open-site.js';

closeSiteAfterEach();
afterEach(() => vi.restoreAllMocks());

describe('accept and decline', () => {
  const properties = [
    'width', 'height', 'fontSize', 'fontWeight', 'fontFamily', 'color', 'backgroundColor', 'borderColor', 'borderWidth',
    'borderRadius', 'padding', 'opacity', 'textDecorationLine', 'boxShadow', 'cursor', 'visibility',
  ] as const;
  const look = (element: Element): unknown[] => {
    const style = getComputedStyle(element);
    return properties.map((property) => style[property]);
  };

  it.each([320, 414, 1000])('look the same on a page %i pixels wide', async (width) => {
    await page.viewport(width, 900);
    openSite({}, { name: 'A clinic with quite a long name of its own, gemeinnützige GmbH' });
    const gate = await addReached();
    // The pointer rests where an earlier test left it; a button below it would be underlined.
    await userEvent.hover(part(gate, 'heading'));
    expect(look(part(gate, 'decline'))).toEqual(look(part(gate, 'accept')));
  });

  it('are big enough to hit', async () => {
    openSite();
    const gate = await addReached();
    const sizes = ['accept', 'decline', 'remember'].map((name) => (part(gate, name).closest('label') ?? part(gate, name)).getBoundingClientRect());
    expect(sizes.every(({ width, height }) => width >= 44 && height >= 44)).toBe(true);
  });
});

describe('a click made by a script', () => {
  const fakes: Readonly<Record<string, (target: HTMLElement) => void>> = {
    'click()': (target) => target.click(),
    'a dispatched click': (target) => void target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
    'a dispatched pointer': (target) => {
      for (const type of ['pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, { bubbles: true }));
    },
    'a dispatched key': (target) => {
      for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
    },
  };

  it.each(Object.keys(fakes))('grants nothing: %s', async (name) => {
    openSite();
    const gate = await addReached();
    fakes[name]?.(part(gate, 'accept'));
    await expect.poll(() => gate.getAttribute('state')).toBe('asking');
    expect([storedDecisions(), traces()]).toEqual([undefined, []]);
  });

  it('starts no meeting either where a grant is remembered', async () => {
    openSite().grant('clinic', { source: 'api', name: 'test' });
    const gate = await addReached('ready');
    part(gate, 'accept').click();
    await expect.poll(() => gate.getAttribute('state')).toBe('ready');
    expect(traces()).toEqual([]);
  });
});

describe.each(['{Enter}', ' '])('the key %o', (key) => {
  it('accepts', async () => {
    openSite();
    const gate = await addReached();
    (await aimedAt(() => part(gate, 'accept'))).focus();
    await userEvent.keyboard(key);
    await reached(gate, 'live');
    expect(storedDecisions()?.['clinic']).toMatchObject({ decision: 'granted' });
  });

  it('declines', async () => {
    openSite();
    const gate = await addReached();
    part(gate, 'decline').focus();
    await userEvent.keyboard(key);
    await reached(gate, 'declined');
    expect(traces()).toEqual([]);
  });
});

it('can be worked through with the Tab key, in reading order', async () => {
  openSite({}, { alternatives: [{ label: 'Telephone', url: 'tel:1' }] });
  const gate = await addReached();
  const order: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    await userEvent.tab();
    const active = gate.shadowRoot?.activeElement;
    order.push(active?.getAttribute('part') ?? active?.textContent ?? 'outside');
  }
  expect(order).toEqual(['Privacy notice', 'accept', 'decline', 'remember', 'Telephone (1)', 'All details']);
});

describe('the order on accept', () => {
  it('has the decision in storage when before-load fires', async () => {
    openSite();
    const gate = await addReached();
    const seen: unknown[] = [];
    gate.addEventListener('jitsi-gate-before-load', () => seen.push([storedDecisions()?.['clinic']?.['decision'], traces()]));
    await pressTo(gate, 'accept', 'live');
    expect(seen).toEqual([['granted', []]]);
  });

  it('has the decision in storage when the script and the frame enter the page', async () => {
    openSite({}, { release: 'order-1' });
    const gate = await addReached();
    const seen: unknown[] = [];
    const note = (nodes: readonly unknown[]): void => {
      for (const node of nodes) {
        if (node instanceof HTMLScriptElement || node instanceof HTMLIFrameElement) seen.push([node.localName, storedDecisions()?.['clinic']?.['decision']]);
      }
    };
    const { append } = Element.prototype;
    const { appendChild } = Node.prototype;
    vi.spyOn(Element.prototype, 'append').mockImplementation(function (this: Element, ...nodes) {
      note(nodes);
      append.apply(this, nodes);
    });
    vi.spyOn(Node.prototype, 'appendChild').mockImplementation(function <T extends Node>(this: Node, node: T) {
      note([node]);
      return appendChild.call(this, node) as T;
    });
    await pressTo(gate, 'accept', 'live');
    expect(seen).toEqual([['script', 'granted'], ['iframe', 'granted']]);
  });
});

it('needs one click and no more: the meeting is live after it', async () => {
  openSite();
  const gate = await addReached();
  await press(gate, 'accept');
  await reached(gate, 'live');
  expect(framesOf(gate).map(({ src }) => new URL(src).pathname)).toEqual(['/room-one']);
});
