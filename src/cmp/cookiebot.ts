import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its global (https://www.cookiebot.com/en/developer/). */
interface Cookiebot {
  /** Whether the visitor has answered. */
  readonly hasResponse: boolean;
  readonly consent: Readonly<Record<string, unknown>> & { readonly method?: 'implied' | 'explicit' | null };
}

const botOf = (instance: unknown): Cookiebot | undefined => (instance ?? Reflect.get(window, 'Cookiebot')) as Cookiebot | undefined;

/** Cookiebot: categories only, of which `necessary` is always on. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof botOf(instance)?.consent === 'object' && typeof botOf(instance)?.hasResponse === 'boolean',
  open({ category = '', instance, listen }) {
    const bot = (): Cookiebot => botOf(instance) as Cookiebot;
    return {
      known: () => category !== 'necessary' && typeof bot().consent[category] === 'boolean',
      read(): Answer {
        const { hasResponse, consent } = bot();
        if (!hasResponse || consent.method === 'implied') return 'unknown';
        return consent[category] ? 'granted' : 'denied';
      },
      // All of them come for an answer that is kept, too, on every page view.
      subscribe: (listener) => listen(window, 'CookiebotOnConsentReady CookiebotOnAccept CookiebotOnDecline', () => listener()),
    };
  },
};
