import { ask, within } from './find.js';
import type { Placeholders } from './placeholders.js';

/** Carries out what changes in the page mean for placeholders: they come, leave, move, or are marked anew, at any depth. */
function follow(mutations: readonly MutationRecord[], { add, remove }: Placeholders): void {
  const nodes = (kind: 'addedNodes' | 'removedNodes'): Element[] => mutations.flatMap((change) => [...change[kind]].flatMap(within));
  const marked = mutations.flatMap(({ type, target }) => (type === 'attributes' ? [target as Element] : []));
  // A moved placeholder is in both lists; where it is now decides.
  for (const element of nodes('removedNodes')) if (!element.isConnected) remove(element);
  for (const element of nodes('addedNodes')) if (element.isConnected) add(element);
  for (const element of new Set(marked)) {
    remove(element);
    if (ask(element, 'matches')) add(element);
  }
}

/** Puts gates into placeholders that come later below `root`, and removes gates with theirs. Returns how to stop. */
export function watchPlaceholders(placeholders: Placeholders, root: Node): () => void {
  const observer = new MutationObserver((mutations) => follow(mutations, placeholders));
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-jitsi-room', 'data-jitsi-src'] });
  return () => observer.disconnect();
}
