import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

interface Service {
  readonly needConsent?: boolean;
  readonly defaultState?: boolean | string;
}

/** Its global (https://github.com/AmauriC/tarteaucitron.js). */
interface Tarteaucitron {
  readonly services: Readonly<Record<string, Service>>;
  /** Undefined for a service that waits for an answer, or that has not been read yet. */
  readonly state: Readonly<Record<string, boolean | undefined>>;
  readonly added?: Readonly<Record<string, boolean>>;
  readonly parameters?: { readonly serviceDefaultState?: boolean | string; readonly highPrivacy?: boolean };
  readonly user?: { readonly bypass?: boolean };
  setConsent(service: string, value: boolean): void;
}

function tacOf(instance: unknown): Tarteaucitron | undefined {
  const found = (instance ?? Reflect.get(window, 'tarteaucitron')) as Partial<Tarteaucitron> | undefined;
  return found?.state && found.services ? found as Tarteaucitron : undefined;
}

/** Where it says yes for the visitor: by a default, for visitors from elsewhere, or as soon as they go on. */
function unaskedBy({ services, parameters = {}, user = {} }: Tarteaucitron, service: string): string | undefined {
  if (parameters.highPrivacy === false) return 'highPrivacy: false';
  if (services[service]?.defaultState === true || parameters.serviceDefaultState === true) return 'a default state of true';
  return user.bypass === true ? 'tarteaucitron.user.bypass' : undefined;
}

/** tarteaucitron.js 1. It has a state for each service some time after the page has loaded. */
export const platform: Platform = {
  detect: (instance) => Object.keys(tacOf(instance)?.added ?? {}).length > 0,
  open({ service, instance, listen }) {
    const tac = (): Tarteaucitron => tacOf(instance) as Tarteaucitron;
    /** What the visitor said on this page view. */
    let isSaid = false;
    return {
      known: () => Boolean(tac().services[service]) && tac().services[service]?.needConsent !== false,
      read(): Answer {
        const state = tac().state[service];
        const unasked = unaskedBy(tac(), service);
        // A yes that nobody was asked for looks like any other. It is no answer, and no reset either.
        if (state && unasked && (!isSaid || unasked.startsWith('high'))) throw new Error(`its yes may be unasked, by ${unasked}`);
        if (state === undefined) return 'unknown';
        return state ? 'granted' : 'denied';
      },
      subscribe(listener) {
        const stops = [
          listen(document, `${service}_added ${service}_loaded tac.consent_updated`, () => listener()),
          // These come by a press alone.
          listen(document, `${service}_allowed ${service}_disallowed`, () => {
            isSaid = true;
            listener(true);
          }),
        ];
        return () => stops.forEach((stop) => stop());
      },
      write(granted) {
        // It presses the button in its own panel, which has to be there.
        if (document.getElementById(`${service}Allowed`)) tac().setConsent(service, granted);
      },
    };
  },
};
