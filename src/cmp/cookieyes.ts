import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** What its function gives (https://www.cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent/). */
interface State {
  readonly isUserActionCompleted: boolean;
  readonly categories: Readonly<Record<string, boolean>>;
}

const getOf = (instance: unknown): unknown => instance ?? Reflect.get(window, 'getCkyConsent');

/** CookieYes: categories only, of which `necessary` is always on. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof getOf(instance) === 'function',
  open({ category = '', instance, listen }) {
    const state = (): State => (getOf(instance) as () => State)();
    return {
      known: () => category !== 'necessary' && typeof state().categories[category] === 'boolean',
      read(): Answer {
        const { isUserActionCompleted, categories } = state();
        if (!isUserActionCompleted) return 'unknown';
        return categories[category] ? 'granted' : 'denied';
      },
      subscribe: (listener) => listen(document, 'cookieyes_consent_update cookieyes_banner_load', () => listener()),
    };
  },
};
