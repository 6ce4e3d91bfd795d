import { warnOnce } from '../lib/warn-once.js';
import { type MountOptions, PLACEHOLDERS, mountGate, upgrade } from './placeholders.js';

/** Keeps the gates of a page in step with its placeholders. */
export interface Placeholders {
  /** Puts a gate into an element of the caller's choice. Returns how to take it away. */
  mount(host: Element, options: MountOptions): () => void;
  /** Puts gates into the placeholders at and below `root`. */
  scan(root?: ParentNode): void;
  /** Does so for placeholders that come later, at any depth, and takes gates away with theirs. Returns how to stop. */
  watch(root?: Node): () => void;
  /** Takes every gate away again. */
  clear(): void;
}

/** Asks the prototype: in a form or a document, a field of that name would stand in front of the method (law R75). */
function ask(node: Node, method: 'matches' | 'querySelectorAll', selector = PLACEHOLDERS): unknown {
  const methods = Object.getPrototypeOf(node) as { [name in typeof method]?: (selector: string) => unknown };
  return methods[method]?.call(node, selector);
}

function within(root: Node): Element[] {
  const found = [...((ask(root, 'querySelectorAll') ?? []) as Iterable<Element>)];
  return ask(root, 'matches') ? [root as Element, ...found] : found;
}

/** Calls back for placeholders that leave or enter the page below `root`, at any depth. Returns how to stop. */
function observe(root: Node, { add, remove }: Record<'add' | 'remove', (element: Element) => void>): () => void {
  const observer = new MutationObserver((mutations) => {
    const nodes = (kind: 'addedNodes' | 'removedNodes'): Element[] => mutations.flatMap((change) => [...change[kind]].flatMap(within));
    const marked = mutations.flatMap(({ type, target }) => (type === 'attributes' ? [target as Element] : []));
    // What was moved is in both lists; where it is now decides.
    for (const element of nodes('removedNodes')) if (!element.isConnected) remove(element);
    for (const element of nodes('addedNodes')) if (element.isConnected) add(element);
    for (const element of new Set(marked)) {
      remove(element);
      if (ask(element, 'matches')) add(element);
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-jitsi-room', 'data-jitsi-src'] });
  return () => observer.disconnect();
}

/** Creates an empty set of placeholders. */
export function createPlaceholders(): Placeholders {
  const upgraded = new Map<Element, () => void>();
  const stops = new Set<() => void>();

  const add = (element: Element): void => {
    // A placeholder inside another one's fallback would be a gate inside a gate.
    if (upgraded.has(element) || ask(element, 'matches', 'jitsi-gate *')) return;
    try {
      upgraded.set(element, upgrade(element));
    } catch (error) {
      // One odd node must not keep the others from their gate, nor break the page.
      warnOnce('placeholder', String(error), 'error');
    }
  };
  const remove = (element: Element): void => {
    upgraded.get(element)?.();
    upgraded.delete(element);
  };

  return {
    mount(host, options) {
      remove(host);
      upgraded.set(host, mountGate(host, options));
      return () => remove(host);
    },
    scan(root = document) {
      for (const element of within(root)) add(element);
    },
    watch(root = document) {
      const stop = observe(root, { add, remove });
      stops.add(stop);
      return () => void (stop(), stops.delete(stop));
    },
    clear() {
      for (const stop of stops) stop();
      for (const element of upgraded.keys()) remove(element);
    },
  };
}
