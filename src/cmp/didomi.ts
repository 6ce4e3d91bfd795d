import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

interface Status {
  readonly enabled?: boolean;
}

/** Its SDK (https://developers.didomi.io/cmp/web-sdk/reference/api). */
interface Didomi {
  /** Undecided is reported as not enabled; essential as enabled. */
  getCurrentUserStatus(): { readonly vendors?: Readonly<Record<string, Status>>; readonly purposes?: Readonly<Record<string, Status>> };
  shouldUserStatusBeCollected?(): boolean;
  on(event: string, heard: () => void): void;
}

const didomiOf = (instance: unknown): Didomi | undefined => (instance ?? Reflect.get(window, 'Didomi')) as Didomi | undefined;

/** Didomi: a vendor of the owner's own, or a purpose. */
export const platform: Platform = {
  detect: (instance) => typeof didomiOf(instance)?.getCurrentUserStatus === 'function',
  open({ service, category, instance, yesOr }) {
    const didomi = (): Didomi => didomiOf(instance) as Didomi;
    let isReady = false;
    const ready = new Promise<void>((resolve) => {
      const queue = (Reflect.get(window, 'didomiOnReady') ?? []) as { push(ready: () => void): unknown };
      Reflect.set(window, 'didomiOnReady', queue);
      // Called at once where it is ready already.
      queue.push(() => {
        isReady = true;
        resolve();
      });
    });
    const find = (): Status | undefined => {
      const { vendors = {}, purposes = {} } = didomi().getCurrentUserStatus();
      return vendors[service] ?? vendors[`c:${service}`] ?? (category === undefined ? undefined : purposes[category]);
    };
    const answer = (): Answer => yesOr(didomi().shouldUserStatusBeCollected?.() !== true && find()?.enabled === true);
    return {
      known: () => !isReady || find() !== undefined,
      read: () => (isReady ? answer() : ready.then(answer)),
      subscribe(listener) {
        let isOver = false;
        void ready.then(() => didomi().on('consent.changed', () => void (isOver || listener())));
        return () => void (isOver = true);
      },
    };
  },
};
