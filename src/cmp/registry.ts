import type { Platform } from './bridge.js';

/** A platform that is known by name. */
export interface Known {
  /** Where in the window it is seen to be there: paths, each of which ends at a function or an object. */
  readonly marks: string;
  load(): Promise<{ readonly platform: Platform }>;
}

/**
 * The platforms, each with one line here and one file, which is fetched only where it is used. `auto` takes the first that is there:
 * those that know services stand before those with categories only, and what speaks for others stands last.
 */
export const PLATFORMS: Readonly<Record<string, Known>> = {
  klaro: { marks: 'klaro.getManager', load: () => import('./klaro.js') },
  'vanilla-cookieconsent': { marks: 'CookieConsent.acceptedService', load: () => import('./vanilla-cookieconsent.js') },
  orejime: { marks: 'orejime.manager loadOrejime', load: () => import('./orejime.js') },
  tarteaucitron: { marks: 'tarteaucitron.services', load: () => import('./tarteaucitron.js') },
  usercentrics: { marks: '__ucCmp.getConsentDetails UC_UI.getServicesBaseInfo', load: () => import('./usercentrics.js') },
  didomi: { marks: 'Didomi.getCurrentUserStatus', load: () => import('./didomi.js') },
  axeptio: { marks: 'axeptioSDK.on', load: () => import('./axeptio.js') },
  'real-cookie-banner': { marks: 'consentApi.unblockSync', load: () => import('./real-cookie-banner.js') },
  borlabs: { marks: 'BorlabsCookie.Consents', load: () => import('./borlabs.js') },
  complianz: { marks: 'cmplz_has_consent', load: () => import('./complianz.js') },
  'drupal-cookies': { marks: 'drupalSettings.cookies', load: () => import('./drupal-cookies.js') },
  'typo3-cookieman': { marks: 'cookieman.hasConsented', load: () => import('./typo3-cookieman.js') },
  cookiebot: { marks: 'Cookiebot.consent', load: () => import('./cookiebot.js') },
  onetrust: { marks: 'OneTrust.IsAlertBoxClosed', load: () => import('./onetrust.js') },
  iubenda: { marks: '_iub.cs.api', load: () => import('./iubenda.js') },
  cookieyes: { marks: 'getCkyConsent', load: () => import('./cookieyes.js') },
  osano: { marks: 'Osano.cm', load: () => import('./osano.js') },
  termly: { marks: 'Termly.getConsentState', load: () => import('./termly.js') },
  c15t: { marks: 'c15tStore.getState', load: () => import('./c15t.js') },
  'eu-cookie-compliance': { marks: 'Drupal.eu_cookie_compliance', load: () => import('./eu-cookie-compliance.js') },
  'sg-cookie-optin': { marks: 'SgCookieOptin', load: () => import('./sg-cookie-optin.js') },
  shopify: { marks: 'Shopify.customerPrivacy', load: () => import('./shopify.js') },
  'wp-consent-api': { marks: 'wp_has_consent', load: () => import('./wp-consent-api.js') },
};

/** Whether a path in the window ends at a function or an object. An element with such a name is none. */
function isThere(path: string): boolean {
  try {
    const end = path.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], window);
    return (typeof end === 'function' || typeof end === 'object') && end !== null && !(end instanceof Element);
  } catch {
    return false; // What throws when it is looked at is no platform.
  }
}

/** The names of the platforms that seem to be there, the most specific one first. */
export const seenPlatforms = (): string[] => Object.keys(PLATFORMS).filter((name) => PLATFORMS[name]?.marks.split(' ').some(isThere));
