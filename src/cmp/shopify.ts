import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its Customer Privacy API (https://shopify.dev/docs/api/customer-privacy). */
interface CustomerPrivacy {
  /** True, false or undefined; in older builds `yes`, `no` or an empty text. */
  currentVisitorConsent(): Readonly<Record<string, boolean | string | undefined>>;
}

const privacyOf = (instance: unknown): CustomerPrivacy | undefined => (instance ?? (Reflect.get(window, 'Shopify') as { readonly customerPrivacy?: CustomerPrivacy } | undefined)?.customerPrivacy) as CustomerPrivacy | undefined;

/** Shopify: categories only. What it allows by default is no answer, so what the visitor said is read. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof privacyOf(instance)?.currentVisitorConsent === 'function',
  open({ category = '', instance, listen }) {
    return {
      known: () => /^(preferences|analytics|marketing|sale_of_data)$/.test(category),
      read(): Answer {
        const said = (privacyOf(instance) as CustomerPrivacy).currentVisitorConsent()[category];
        if (said === true || said === 'yes') return 'granted';
        return said === false || said === 'no' ? 'denied' : 'unknown';
      },
      subscribe: (listener) => listen(document, 'visitorConsentCollected', () => listener()),
    };
  },
};
