import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its global (https://help.termly.io/articles/7904694-javascript-api). */
interface Termly {
  /** Null or undefined before a choice. */
  getConsentState(): Readonly<Record<string, boolean>> | null | undefined;
  on?(event: string, heard: () => void): void;
}

const termlyOf = (instance: unknown): Termly | undefined => (instance ?? Reflect.get(window, 'Termly')) as Termly | undefined;

/** Termly: categories only, of which `essential` is always on. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof termlyOf(instance)?.getConsentState === 'function',
  open({ category = '', instance }) {
    const termly = (): Termly => termlyOf(instance) as Termly;
    return {
      known: () => category !== 'essential' && typeof (termly().getConsentState()?.[category] ?? true) === 'boolean',
      read(): Answer {
        const granted = termly().getConsentState()?.[category];
        if (typeof granted !== 'boolean') return 'unknown';
        return granted ? 'granted' : 'denied';
      },
      subscribe(listener) {
        let isOver = false;
        const heard = (): void => void (isOver || listener());
        for (const event of ['initialized', 'consent']) termly().on?.(event, heard);
        return () => void (isOver = true);
      },
    };
  },
};
