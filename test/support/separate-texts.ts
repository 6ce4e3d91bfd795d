import type { Store } from '../../src/storage/store.js';

/** Texts that each page view keeps for itself, like session storage: the others are told, but share nothing. */
export function createSeparateTexts(): { open(): Store } {
  const tabs: { readonly listeners: Set<(text: string | null) => void> }[] = [];
  const open = (): Store => {
    let kept: string | null = null;
    const tab = { listeners: new Set<(text: string | null) => void>() };
    tabs.push(tab);
    return {
      read: () => kept,
      write(text) {
        kept = text;
        for (const other of tabs) if (other !== tab) for (const listener of other.listeners) listener(text);
        return true;
      },
      remove() {
        kept = null;
      },
      watch(changed) {
        tab.listeners.add(changed);
        return () => void tab.listeners.delete(changed);
      },
    };
  };
  return { open };
}
