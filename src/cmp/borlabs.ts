import type { Platform } from './bridge.js';

/** Its global (https://borlabs.io/kb/, version 3). */
interface Borlabs {
  readonly Consents: {
    hasConsent(service: string): boolean;
    hasConsentForServiceGroup?(group: string): boolean;
  };
}

const borlabsOf = (instance: unknown): Borlabs | undefined => (instance ?? Reflect.get(window, 'BorlabsCookie')) as Borlabs | undefined;

/** Borlabs 3 for WordPress: services, in groups of which `essential` is always on. It tells a yes from all else, and no more. */
export const platform: Platform = {
  detect: (instance) => typeof borlabsOf(instance)?.Consents?.hasConsent === 'function',
  open({ service, category, instance, listen, yesOr }) {
    const consents = (): Borlabs['Consents'] => (borlabsOf(instance) as Borlabs).Consents;
    return {
      known: () => category !== 'essential',
      read: () => yesOr(category === undefined ? consents().hasConsent(service) : consents().hasConsentForServiceGroup?.(category)),
      subscribe: (listener) => listen(window, 'borlabs-cookie-after-init borlabs-cookie-consent-saved borlabs-cookie-handle-unblock', () => listener()),
    };
  },
};
