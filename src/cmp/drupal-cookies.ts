import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

type Services = Readonly<Record<string, unknown>>;

interface Settings {
  readonly cookies?: { readonly cookiesjsr?: { readonly config?: { readonly cookie?: { readonly name?: string } } } };
}

const settings = (): Settings | undefined => Reflect.get(window, 'drupalSettings') as Settings | undefined;

/** COOKiES for Drupal (https://www.drupal.org/project/cookies). It tells what was chosen by an event; before, its cookie does. */
export const platform: Platform = {
  detect: () => typeof settings()?.cookies === 'object',
  open({ service, listen, readCookie }) {
    let heard: Services | undefined;
    const kept = (): Services => {
      try {
        return JSON.parse(readCookie(settings()?.cookies?.cookiesjsr?.config?.cookie?.name ?? 'cookiesjsr') ?? '{}') as Services;
      } catch {
        return {}; // Nothing that can be read is no answer.
      }
    };
    return {
      read(): Answer {
        const choice = (heard ?? kept())[service];
        if (typeof choice !== 'boolean') return 'unknown';
        return choice ? 'granted' : 'denied';
      },
      subscribe: (listener) => listen(document, 'cookiesjsrUserConsent', (event) => {
        heard = (Object((event as CustomEvent).detail) as { readonly services?: Services }).services;
        listener();
      }),
      write: (granted) => void document.dispatchEvent(new CustomEvent('cookiesjsrSetService', { detail: { services: { [service]: granted } } })),
    };
  },
};
