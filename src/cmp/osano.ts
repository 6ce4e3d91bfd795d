import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its global (https://docs.osano.com/hc/en-us/articles/22469433444372). */
interface Manager {
  getConsent(): Readonly<Record<string, string>>;
  addEventListener(event: string, heard: () => void): void;
  removeEventListener?(event: string, heard: () => void): void;
}

const managerOf = (instance: unknown): Manager | undefined => ((instance ?? Reflect.get(window, 'Osano')) as { readonly cm?: Manager } | undefined)?.cm;

/** Osano: categories only, of which `ESSENTIAL` is always on. It has defaults; that something was saved is told by an event, which it repeats. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof managerOf(instance)?.getConsent === 'function',
  open({ category = '', instance }) {
    const manager = managerOf(instance) as Manager;
    let isSaved = false;
    const note = (): void => void (isSaved = true);
    manager.addEventListener('osano-cm-consent-saved', note);
    return {
      known: () => category !== 'ESSENTIAL' && typeof manager.getConsent()[category] === 'string',
      read(): Answer {
        if (!isSaved) return 'unknown';
        return manager.getConsent()[category] === 'ACCEPT' ? 'granted' : 'denied';
      },
      subscribe(listener) {
        const heard = (): void => listener();
        manager.addEventListener('osano-cm-consent-saved', heard);
        return () => {
          manager.removeEventListener?.('osano-cm-consent-saved', heard);
          manager.removeEventListener?.('osano-cm-consent-saved', note);
        };
      },
    };
  },
};
