import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** SgCookieOptin for TYPO3 (https://extensions.typo3.org/extension/sg_cookie_optin): groups only, of which `essential` is always on. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => Boolean(instance ?? Reflect.get(window, 'SgCookieOptin')),
  open({ category = '', listen, readCookie }) {
    return {
      known: () => category !== 'essential',
      read(): Answer {
        // Like `essential:1|iframes:1`.
        const kept = readCookie('cookie_optin');
        if (kept === undefined) return 'unknown';
        return kept.split('|').includes(`${category}:1`) ? 'granted' : 'denied';
      },
      subscribe: (listener) => listen(document, 'consentCookieSet externalContentAccepted', () => listener()),
    };
  },
};
