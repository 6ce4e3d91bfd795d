import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** The state of its store (https://c15t.com/docs). */
interface State {
  hasConsented(): boolean;
  /** Throws for a category that it does not know. */
  has(category: string): boolean;
}

interface Store {
  getState(): State;
  subscribe(listener: () => void): () => void;
}

const storeOf = (instance: unknown): Store | undefined => (instance ?? Reflect.get(window, 'c15tStore')) as Store | undefined;

/** c15t 2. It has categories only, and in opt-out models it grants them without an answer. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof storeOf(instance)?.getState === 'function' && typeof storeOf(instance)?.getState().hasConsented === 'function',
  open({ category = '', instance }) {
    const store = storeOf(instance) as Store;
    /** What is on for a category; undefined for one that it does not know, or that is always on. */
    const has = (): boolean | undefined => {
      try {
        return category === 'necessary' ? undefined : store.getState().has(category);
      } catch {
        return undefined;
      }
    };
    return {
      known: () => has() !== undefined,
      read(): Answer {
        if (!store.getState().hasConsented()) return 'unknown';
        return has() ? 'granted' : 'denied';
      },
      // Its own list of changes leaves out a yes to what was on before.
      subscribe: (listener) => store.subscribe(() => listener()),
    };
  },
};
