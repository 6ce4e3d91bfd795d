import type { Platform } from './bridge.js';

/** Its global (https://extensions.typo3.org/extension/cookieman). */
interface Cookieman {
  hasConsented(group: string): boolean;
  hasConsentedTrackingObject?(name: string): boolean;
  onConsentChanged?(heard: () => void): void;
}

const manOf = (instance: unknown): Cookieman | undefined => (instance ?? Reflect.get(window, 'cookieman')) as Cookieman | undefined;

/** Cookieman for TYPO3: tracking objects, in groups. It tells a yes from all else, and no more. */
export const platform: Platform = {
  detect: (instance) => typeof manOf(instance)?.hasConsented === 'function',
  open({ service, category, instance, yesOr }) {
    const man = (): Cookieman => manOf(instance) as Cookieman;
    return {
      known: () => category !== 'mandatory',
      read: () => yesOr(category === undefined ? man().hasConsentedTrackingObject?.(service) : man().hasConsented(category)),
      subscribe(listener) {
        let isOver = false;
        man().onConsentChanged?.(() => void (isOver || listener()));
        return () => void (isOver = true);
      },
    };
  },
};
