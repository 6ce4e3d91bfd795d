import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../src/define.js';
import { aimedAt } from './aim.js';
import { inside } from './gate-on-page.js';

/** The element of a row's parts: everything of one operator, by its place in the configuration. */
export function rowsOf(settings: Element): HTMLElement[] {
  return inside(settings, 'article');
}

/** What a row says of its decision. */
export function decisionOf(settings: Element, index = 0): string {
  return rowsOf(settings)[index]?.querySelector(':scope > p:not(.muted)')?.textContent ?? 'no such row';
}

/** The part of a row with that name. Throws where it is not there. */
export function rowPart(settings: Element, name: string, index = 0): HTMLElement {
  const found = rowsOf(settings)[index]?.querySelector<HTMLElement>(`[part="${name}"]`);
  if (!found) throw new Error(`row ${index} has no part "${name}"`);
  return found;
}

/** Waits until an element of settings has drawn a row for each operator. */
export async function drawn(settings: Element, rows = 1): Promise<Element> {
  await expect.poll(() => rowsOf(settings).length, { timeout: 6000, interval: 10 }).toBe(rows);
  return settings;
}

/** Puts `<jitsi-gate-settings>` into the page and waits until it is drawn. */
export async function addSettings(rows = 1): Promise<Element> {
  const settings = document.createElement('jitsi-gate-settings');
  document.body.append(settings);
  return drawn(settings, rows);
}

/** A visitor's click on a part of a row. */
export async function pressIn(settings: Element, name: string, index = 0): Promise<void> {
  const find = (): HTMLElement => rowPart(settings, name, index);
  await userEvent.click(name === 'allow' ? await aimedAt(find) : find());
}

/** What screen readers are told of. */
export function statusOf(settings: Element): HTMLElement {
  const [status] = inside(settings, '[role="status"]');
  if (!status) throw new Error('the settings have no status');
  return status;
}
