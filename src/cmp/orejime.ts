import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

interface Purpose {
  readonly id: string;
  readonly default?: boolean;
  readonly isMandatory?: boolean;
  readonly purposes?: readonly Purpose[];
}

/** Orejime's instance (https://github.com/boscop-fr/orejime). */
interface Orejime {
  readonly config: { readonly purposes: readonly Purpose[] };
  readonly manager: {
    getConsent(purpose: string): boolean | undefined;
    /** Whether some purpose is undecided. */
    isDirty(): boolean;
    on(event: string, heard: () => void): void;
    off?(event: string, heard: () => void): void;
    setConsent(purpose: string, value: boolean): void;
  };
}

/** The one that was started by a script, which has no global. */
let started: unknown;

function orejimeOf(instance: unknown): Orejime | undefined {
  const found = (instance ?? started ?? Reflect.get(window, 'orejime')) as Partial<Orejime> | undefined;
  return typeof found?.manager?.getConsent === 'function' ? found as Orejime : undefined;
}

const flat = (purposes: readonly Purpose[]): Purpose[] => purposes.flatMap((one) => [one, ...flat(one.purposes ?? [])]);

/** Orejime 3. It answers before any choice with its defaults. */
export const platform: Platform = {
  detect(instance) {
    const listen = (event: Event): void => {
      started = (event as CustomEvent).detail;
    };
    if (!orejimeOf(instance)) document.addEventListener('orejime.loaded', listen, { once: true });
    return orejimeOf(instance) !== undefined;
  },
  open({ service, instance }) {
    const its = (): Orejime => orejimeOf(instance) as Orejime;
    const purpose = (): Purpose | undefined => flat(its().config.purposes).find(({ id }) => id === service);
    return {
      // A mandatory purpose is on whatever the visitor says.
      known() {
        const found = purpose();
        return found !== undefined && !found.isMandatory;
      },
      read(): Answer {
        const { manager } = its();
        const answer = manager.getConsent(service);
        // As long as anything is undecided, what equals its default may be just that.
        if (answer === undefined || (manager.isDirty() && answer === Boolean(purpose()?.default))) return 'unknown';
        return answer ? 'granted' : 'denied';
      },
      subscribe(listener) {
        const { manager } = its();
        // It tells of new answers before it knows whether they are decided; a moment later it does.
        const word = (): void => queueMicrotask(() => listener(true));
        const other = (): void => listener();
        manager.on('update', word);
        manager.on('dirty', other);
        return () => {
          manager.off?.('update', word);
          manager.off?.('dirty', other);
        };
      },
      write: (granted) => its().manager.setConsent(service, granted),
    };
  },
};
