import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** What its script puts into the window (https://complianz.io/developers-guide-for-hooks-events-and-filters/). */
interface Functions {
  /** True for robots, and by default in regions where visitors opt out. */
  cmplz_has_consent(category: string): boolean;
  cmplz_has_service_consent?(service: string, category: string): boolean;
  cmplz_is_service_denied?(service: string): boolean;
  /** `dismissed` once the visitor has answered. */
  cmplz_get_banner_status?(): string;
  cmplz_set_service_consent?(service: string, granted: boolean): void;
  readonly complianz?: { readonly consenttype?: string; readonly clean_cookies?: number | string };
}

const EVENTS = 'cmplz_status_change cmplz_status_change_service cmplz_enable_category cmplz_revoke cmplz_fire_categories cmplz_cookie_banner_data';

/** Complianz for WordPress: categories, and services within them where the owner has switched that on. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: () => typeof (window as unknown as Functions).cmplz_has_consent === 'function' && Reflect.get(window, 'complianz') !== undefined,
  open({ service, category = '', listen }) {
    const its = window as unknown as Functions;
    const hasServices = (): boolean => Number(its.complianz?.clean_cookies) === 1 && typeof its.cmplz_has_service_consent === 'function';
    return {
      known: () => /^(preferences|statistics|marketing)$/.test(category),
      read(): Answer {
        if (its.complianz?.consenttype !== 'optin' || its.cmplz_get_banner_status?.() !== 'dismissed') return 'unknown';
        if (hasServices() && its.cmplz_is_service_denied?.(service)) return 'denied';
        return (hasServices() ? its.cmplz_has_service_consent?.(service, category) : its.cmplz_has_consent(category)) ? 'granted' : 'denied';
      },
      subscribe: (listener) => listen(document, EVENTS, () => listener()),
      write(granted) {
        if (hasServices()) its.cmplz_set_service_consent?.(service, granted);
      },
    };
  },
};
