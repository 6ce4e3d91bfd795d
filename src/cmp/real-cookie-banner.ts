import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its consent API (https://docs.devowl.io/real-cookie-banner/). The stub that stands there before it has neither of the first two. */
interface ConsentApi {
  readonly wrapFn: unknown;
  readonly unblockSync: unknown;
  consentSync(service: string): { readonly cookie: object | null; readonly consentGiven: boolean; readonly cookieOptIn: boolean };
}

const apiOf = (instance: unknown): ConsentApi | undefined => (instance ?? Reflect.get(window, 'consentApi')) as ConsentApi | undefined;

/** Real Cookie Banner for WordPress. For a service that it does not know it says yes (`unblock`), so its own record is read. */
export const platform: Platform = {
  detect: (instance) => typeof apiOf(instance)?.wrapFn === 'function' && typeof apiOf(instance)?.unblockSync === 'function',
  open({ service, instance, listen }) {
    const state = (): ReturnType<ConsentApi['consentSync']> => (apiOf(instance) as ConsentApi).consentSync(service);
    return {
      known: () => state().cookie !== null,
      read(): Answer {
        const { cookie, consentGiven, cookieOptIn } = state();
        if (cookie === null || !consentGiven) return 'unknown';
        return cookieOptIn ? 'granted' : 'denied';
      },
      // They come on every page view, and none tells of a withdrawal for certain.
      subscribe: (listener) => listen(document, 'RCB/OptIn RCB/OptIn/All RCB/OptOut RCB/OptOut/All RCB/Apply/Interactive', () => listener()),
    };
  },
};
