import { warnOnce } from '../../lib/warn-once.js';
import { drawInTurn, drawWaiting } from '../../elements/draw-queue.js';
import { ask, within } from './find.js';
import { upgrade } from './upgrade.js';

/** The gates that stand in for placeholders. */
export interface Placeholders {
  /** Puts gates into the placeholders at and below `root`: at once into those in the window, into the others soon after. */
  scan(root?: ParentNode): void;
  /** Has a placeholder upgraded with the others of this turn. */
  add(element: Element): void;
  /** Removes the gate of a placeholder. */
  remove(element: Element): void;
  /** Puts a gate into any element, in place of one that is there; returns how to remove it. */
  put(element: Element, enter: () => () => void): () => void;
  /** Removes every gate. */
  clear(): void;
}

/** Creates an empty set of placeholders. */
export function createPlaceholders(): Placeholders {
  /** How to undo each upgrade. */
  const upgraded = new Map<Element, () => void>();
  let isCleared = false;

  const addNow = (element: Element): void => {
    // A placeholder inside another one's fallback would be a gate inside a gate.
    if (isCleared || !element.isConnected || upgraded.has(element) || ask(element, 'matches', 'jitsi-gate *')) return;
    try {
      upgraded.set(element, upgrade(element));
    } catch (error) {
      // One odd node must not keep the others from their gate, nor break the page.
      warnOnce('placeholder', String(error), 'error');
    }
  };
  const add = (element: Element): void => drawInTurn(element, () => addNow(element));
  const remove = (element: Element): void => {
    upgraded.get(element)?.();
    upgraded.delete(element);
  };

  return {
    scan(root = document) {
      within(root).forEach(add);
      drawWaiting();
    },
    add,
    remove,
    put(element, enter) {
      remove(element);
      upgraded.set(element, enter());
      return () => remove(element);
    },
    clear() {
      isCleared = true;
      for (const element of upgraded.keys()) remove(element);
    },
  };
}
