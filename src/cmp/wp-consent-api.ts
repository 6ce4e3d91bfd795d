import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** What its script puts into the window (https://github.com/WordPress/wp-consent-level-api). */
interface Functions {
  /** True for everything where no consent type is set, and for all that is not refused where visitors opt out. */
  wp_has_consent(category: string): boolean;
  wp_is_service_denied?(service: string): boolean;
  wp_set_service_consent?(service: string, granted: boolean): void;
  readonly wp_consent_type?: string;
  readonly wp_fallback_consent_type?: string;
  readonly consent_api?: { readonly cookie_prefix?: string };
}

/** WP Consent API: what other plugins for WordPress speak. Categories, and services that were answered one by one. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: () => typeof Reflect.get(window, 'wp_has_consent') === 'function' && Boolean((window as unknown as Functions).wp_consent_type || (window as unknown as Functions).wp_fallback_consent_type),
  open({ service, category = '', listen, readCookie }) {
    const its = window as unknown as Functions;
    const kept = (name: string): string | undefined => readCookie(`${its.consent_api?.cookie_prefix ?? 'wp_consent'}_${name}`);
    const ofService = (): unknown => {
      try {
        return (JSON.parse(kept('consented_services') ?? '{}') as Readonly<Record<string, unknown>>)[service];
      } catch {
        return undefined; // Nothing that can be read is no answer.
      }
    };
    return {
      known: () => /^(preferences|statistics-anonymous|statistics|marketing)$/.test(category),
      read(): Answer {
        if (its.wp_is_service_denied?.(service) || ofService() === false) return 'denied';
        if (ofService() === true) return 'granted';
        const word = kept(category);
        if (word !== 'allow') return word === 'deny' ? 'denied' : 'unknown';
        return its.wp_has_consent(category) ? 'granted' : 'denied';
      },
      subscribe: (listener) => listen(document, 'wp_listen_for_consent_change wp_consent_api_status_change_service wp_consent_type_defined', () => listener()),
      write: (granted) => its.wp_set_service_consent?.(service, granted),
    };
  },
};
