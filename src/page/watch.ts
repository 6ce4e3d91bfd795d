import { warnOnce } from '../lib/warn-once.js';
import type { Follower } from './mutations.js';
import { type MountOptions, mountGate, upgrade } from './placeholders.js';
import { ask, within } from './within.js';

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

/** Calls back for placeholders that leave or enter the page below `root`, at any depth. Returns how to stop. */
function observe(root: Node, follower: Follower): () => void {
  let isOver = false;
  const observer = new MutationObserver(async (mutations) => {
    try {
      // No first look needs it.
      const { follow } = await import('./mutations.js');
      if (!isOver) follow(mutations, follower);
    } catch (error) {
      warnOnce('placeholder', String(error), 'error');
    }
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-jitsi-room', 'data-jitsi-src'] });
  return () => {
    isOver = true;
    observer.disconnect();
  };
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
