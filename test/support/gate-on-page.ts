import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/define.js';
import type { JitsiGateElement } from '../../src/define.js';
import type { GateState } from '../../src/index.js';
import { aimedAt } from './aim.js';

export type { GateState, JitsiGateElement };

/** Puts a `<jitsi-gate>` with an author's fallback into the page. */
export function addGate(attributes: Readonly<Record<string, string>> = {}, parent: Element = document.body): JitsiGateElement {
  const gate = document.createElement('jitsi-gate') as JitsiGateElement;
  for (const [name, value] of Object.entries({ room: 'room-one', ...attributes })) gate.setAttribute(name, value);
  const fallback = document.createElement('p');
  fallback.className = 'fallback';
  fallback.textContent = 'Call us: 030 123456';
  gate.append(fallback);
  parent.append(gate);
  return gate;
}

/** Waits until a gate says that it is in a state, and has drawn it. */
export async function reached(gate: Element, state: GateState): Promise<void> {
  await expect.poll(() => gate.getAttribute('state'), { timeout: 6000, interval: 10 }).toBe(state);
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  // Texts of rarer facts, and of other languages, are fetched.
  if (state === 'asking') await expect.poll(() => inside(gate, 'dl').length, { interval: 10 }).toBeGreaterThan(0);
}

/** Adds a gate and waits until it asks, or shows another state. */
export async function addReached(state: GateState = 'asking', attributes: Readonly<Record<string, string>> = {}): Promise<JitsiGateElement> {
  const gate = addGate(attributes);
  await reached(gate, state);
  return gate;
}

/** Everything in a gate's shadow root that a selector finds. */
export function inside(gate: Element, selector: string): HTMLElement[] {
  return [...(gate.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The part of a gate with that name. Throws where it is not there. */
export function part(gate: Element, name: string): HTMLElement {
  const [found] = inside(gate, `[part="${name}"]`);
  if (!found) throw new Error(`the gate (${gate.getAttribute('state')}) has no part "${name}"`);
  return found;
}

/** Names of the controls that a gate shows now, in their order. */
export function controls(gate: Element): string[] {
  return inside(gate, 'button, input').map((control) => control.getAttribute('part') ?? 'nameless');
}

/** A visitor's click on a part, aimed at where it stands still. */
export async function press(gate: Element, name: string): Promise<void> {
  const find = (): HTMLElement => part(gate, name);
  // By the others nothing is agreed to, so they count at once.
  await userEvent.click(/^(accept|stay)$/.test(name) ? await aimedAt(find) : find());
}

/** A visitor's click on a part, and what it leads to. */
export async function pressTo(gate: Element, name: string, state: GateState): Promise<void> {
  await press(gate, name);
  await reached(gate, state);
}

/** The text that a gate shows, without folding its white space away. */
export function textOf(gate: Element): string {
  return inside(gate, 'section').map((section) => section.innerText).join('');
}

/** Whether the author's own content is what the visitor sees. */
export function showsFallback(gate: Element): boolean {
  const author = gate.slot ? gate.parentElement : gate;
  return author?.querySelector('.fallback')?.checkVisibility() ?? false;
}

/** Every jitsi-gate event at the document from now on, oldest first. */
export function recordEvents(types: readonly string[]): CustomEvent[] {
  const events: CustomEvent[] = [];
  for (const type of types) document.addEventListener(`jitsi-gate-${type}`, (event) => events.push(event as CustomEvent));
  return events;
}
