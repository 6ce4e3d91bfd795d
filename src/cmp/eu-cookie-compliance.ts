import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its function, which also takes what is to be called (https://www.drupal.org/project/eu_cookie_compliance). */
interface Compliance {
  (queue: string, heard: () => void): void;
  /** Null before an answer, `0` for a no. */
  getCurrentStatus(): number | string | null;
  hasAgreedWithCategory?(category: string): boolean;
  hasAgreed(category?: string): boolean;
}

const complianceOf = (instance: unknown): Compliance | undefined => (instance ?? (Reflect.get(window, 'Drupal') as { readonly eu_cookie_compliance?: Compliance } | undefined)?.eu_cookie_compliance) as Compliance | undefined;
const method = (): string | undefined => (Reflect.get(window, 'drupalSettings') as { readonly eu_cookie_compliance?: { readonly method?: string } } | undefined)?.eu_cookie_compliance?.method;

/** EU Cookie Compliance for Drupal, with the method `categories`: the others ask about everything at once, or about nothing. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof complianceOf(instance)?.getCurrentStatus === 'function',
  open({ category = '', instance }) {
    const its = (): Compliance => complianceOf(instance) as Compliance;
    return {
      known: () => method() === 'categories',
      read(): Answer {
        const status = its().getCurrentStatus();
        if (status === null || method() !== 'categories') return 'unknown';
        const isAgreed = its().hasAgreedWithCategory?.(category) ?? its().hasAgreed(category);
        return String(status) !== '0' && isAgreed ? 'granted' : 'denied';
      },
      subscribe(listener) {
        let isOver = false;
        const heard = (): void => void (isOver || listener());
        for (const queue of ['postPreferencesLoad', 'postStatusLoad', 'postPreferencesSave', 'postStatusSave']) its()(queue, heard);
        return () => void (isOver = true);
      },
    };
  },
};
