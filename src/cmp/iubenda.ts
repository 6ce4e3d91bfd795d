import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

type Preferences = { readonly purposes?: Readonly<Record<string, boolean>> } | null | undefined;

/** Its global (https://www.iubenda.com/en/help/1205). */
interface Iubenda {
  readonly cs?: { readonly api?: { isPreferenceExpressed(): boolean; getPreferences(): Preferences } };
  readonly csConfiguration?: { callback?: Record<string, unknown> };
}

const iubOf = (instance: unknown): Iubenda | undefined => (instance ?? Reflect.get(window, '_iub')) as Iubenda | undefined;

/** How often it is asked, in milliseconds: a callback that is set after it has started is not heard. */
const LOOK = 1000;

/** iubenda with consent per purpose: purposes 1 to 5, of which the first is always on. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof iubOf(instance)?.cs?.api?.isPreferenceExpressed === 'function',
  open({ category = '', instance }) {
    const api = () => iubOf(instance)?.cs?.api;
    return {
      known: () => /^[2-5]$/.test(category),
      read(): Answer {
        if (!api()?.isPreferenceExpressed()) return 'unknown';
        const granted = api()?.getPreferences()?.purposes?.[category];
        // Without consent per purpose there is one answer for all, which is none to this.
        if (typeof granted !== 'boolean') return 'unknown';
        return granted ? 'granted' : 'denied';
      },
      subscribe(listener) {
        const timer = setInterval(() => listener(), LOOK);
        return () => clearInterval(timer);
      },
    };
  },
};
