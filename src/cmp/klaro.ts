import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Klaro's manager (https://github.com/klaro-org/klaro-js, src/consent-manager.js). */
interface Manager {
  readonly confirmed: boolean;
  /** What is stored; `consents` also has what was toggled and not saved. */
  readonly savedConsents: Readonly<Record<string, boolean>>;
  readonly consents: Readonly<Record<string, boolean>>;
  getService(name: string): { readonly required?: boolean } | undefined;
  watch(watcher: object): void;
  unwatch(watcher: object): void;
  updateConsent(name: string, value: boolean): void;
  saveAndApplyConsents(type: string): void;
}

interface Klaro {
  /** Throws until there is a configuration. */
  getManager(): Manager;
  readonly defaultConfig?: object;
}

const klaroOf = (instance: unknown): Partial<Klaro> | undefined => (instance ?? Reflect.get(window, 'klaro')) as Partial<Klaro> | undefined;

/** Klaro 0.7. It answers before any choice with its defaults, so only what was saved counts. */
export const platform: Platform = {
  detect: (instance) => typeof klaroOf(instance)?.getManager === 'function' && Boolean(klaroOf(instance)?.defaultConfig),
  open({ service, instance }) {
    const manager = (): Manager => (klaroOf(instance) as Klaro).getManager();
    return {
      // A required service is on whatever the visitor says.
      known() {
        const found = manager().getService(service);
        return found !== undefined && !found.required;
      },
      read(): Answer {
        const { confirmed, savedConsents } = manager();
        if (!confirmed) return 'unknown';
        return savedConsents[service] ? 'granted' : 'denied';
      },
      subscribe(listener) {
        const watcher = {
          update(_: unknown, name: string, data?: { readonly type?: string }) {
            // `consents` tells of toggles that are not saved. What a script saves is no visitor's word.
            if (name === 'saveConsents') listener(data?.type !== 'script');
            else if (name === 'applyConsents') listener();
          },
        };
        const its = manager();
        its.watch(watcher);
        return () => its.unwatch(watcher);
      },
      write(granted) {
        const its = manager();
        const { consents, savedConsents } = its;
        // Saving also stores what is toggled in an open dialog.
        if (!its.confirmed || Object.keys(consents).some((name) => name !== service && consents[name] !== savedConsents[name])) return;
        its.updateConsent(service, granted);
        its.saveAndApplyConsents('script');
      },
    };
  },
};
