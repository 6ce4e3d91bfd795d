import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

interface Category {
  readonly enabled?: boolean;
  readonly readOnly?: boolean;
  readonly services?: Readonly<Record<string, unknown>>;
}

/** Its methods (https://cookieconsent.orestbida.com/reference/api-reference.html). */
interface CookieConsent {
  validConsent(): boolean;
  acceptedCategory(category: string): boolean;
  acceptedService(service: string, category: string): boolean;
  acceptService(services: readonly string[], category: string): void;
  getUserPreferences(): { readonly acceptedServices: Readonly<Record<string, readonly string[]>> };
  getConfig(name: 'categories'): Readonly<Record<string, Category>> | undefined;
}

/** By its shape: other products have the same name. */
function consentOf(instance: unknown): CookieConsent | undefined {
  const found = (instance ?? Reflect.get(window, 'CookieConsent')) as Partial<CookieConsent> | undefined;
  return typeof found?.acceptedService === 'function' ? found as CookieConsent : undefined;
}

/** vanilla-cookieconsent 3. In opt-out mode its preferences say yes before any choice; its consent is not valid then. */
export const platform: Platform = {
  detect: (instance) => Boolean(consentOf(instance)?.getConfig('categories')) && Reflect.get(window, '_ccRun') === true,
  open({ service, category, instance, listen }) {
    const cc = (): CookieConsent => consentOf(instance) as CookieConsent;
    const categories = (): Readonly<Record<string, Category>> => cc().getConfig('categories') ?? {};
    /** The category of the service. */
    const home = (): string | undefined => Object.keys(categories()).find((name) => (category ?? name) === name && categories()[name]?.services?.[service]);
    const isAsked = (name: string | undefined): boolean => {
      const found = name === undefined ? undefined : categories()[name];
      // What is read only is on whatever the visitor says.
      return found !== undefined && !found.readOnly;
    };
    const place = (): string | undefined => [home(), category].find(isAsked);
    return {
      known: () => place() !== undefined,
      read(): Answer {
        const where = place();
        if (where === undefined || !cc().validConsent()) return 'unknown';
        return (where === home() ? cc().acceptedService(service, where) : cc().acceptedCategory(where)) ? 'granted' : 'denied';
      },
      subscribe(listener) {
        // The first of them also comes on every page view with a choice that is kept.
        const stops = [listen(window, 'cc:onConsent', () => listener()), listen(window, 'cc:onFirstConsent cc:onChange', () => listener(true))];
        return () => stops.forEach((stop) => stop());
      },
      write(granted) {
        const where = home();
        if (where === undefined || !cc().validConsent()) return;
        // It would switch on what is on by default and was refused.
        const isSafe = Object.entries(categories()).every(([name, { enabled, readOnly }]) => !enabled || readOnly || cc().acceptedCategory(name));
        const others = (cc().getUserPreferences().acceptedServices[where] ?? []).filter((name) => name !== service);
        // The list replaces the one before.
        if (isSafe) cc().acceptService(granted ? [...others, service] : others, where);
      },
    };
  },
};
