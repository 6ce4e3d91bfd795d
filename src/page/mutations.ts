import { ask, within } from './within.js';

/** What is done with a placeholder that comes or goes. */
export interface Follower {
  add(element: Element): void;
  remove(element: Element): void;
}

/** Carries out what changes in the page mean for placeholders: they come, leave, move, or are marked anew, at any depth. */
export function follow(mutations: readonly MutationRecord[], { add, remove }: Follower): void {
  const nodes = (kind: 'addedNodes' | 'removedNodes'): Element[] => mutations.flatMap((change) => [...change[kind]].flatMap(within));
  const marked = mutations.flatMap(({ type, target }) => (type === 'attributes' ? [target as Element] : []));
  // What was moved is in both lists; where it is now decides.
  for (const element of nodes('removedNodes')) if (!element.isConnected) remove(element);
  for (const element of nodes('addedNodes')) if (element.isConnected) add(element);
  for (const element of new Set(marked)) {
    remove(element);
    if (ask(element, 'matches')) add(element);
  }
}
