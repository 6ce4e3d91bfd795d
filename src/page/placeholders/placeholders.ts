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
  /** How to undo each upgrade. Whoever mounts a gate elsewhere adds to it. */
  readonly upgraded: Map<Element, () => void>;
  /** Set when no gate may come any more. */
  isOver?: boolean;
}

/** Creates an empty set of placeholders. */
export function createPlaceholders(): Placeholders {
  const upgraded = new Map<Element, () => void>();

  const addNow = (element: Element): void => {
    // A placeholder inside another one's fallback would be a gate inside a gate.
    if (all.isOver || !element.isConnected || upgraded.has(element) || ask(element, 'matches', 'jitsi-gate *,[data-jitsi-room] *')) return;
    upgraded.set(element, upgrade(element));
  };
  const add = (element: Element): void => drawInTurn(element, () => addNow(element));
  const remove = (element: Element): void => {
    upgraded.get(element)?.();
    upgraded.delete(element);
  };

  const all: Placeholders = {
    scan(root = document) {
      within(root).forEach(add);
      drawWaiting();
    },
    add,
    remove,
    upgraded,
  };
  return all;
}
