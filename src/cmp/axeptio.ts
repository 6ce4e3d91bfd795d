import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

type Choices = Readonly<Record<string, boolean | undefined>>;

/** Its SDK (https://developers.axeptio.eu/sdk/integration-examples). */
interface Axeptio {
  on(event: string, heard: (choices: Choices) => void): void;
  readonly userPreferencesManager?: { readonly choices?: Choices };
}

const sdkOf = (instance: unknown): Axeptio | undefined => (instance ?? Reflect.get(window, 'axeptioSDK')) as Axeptio | undefined;

/** Axeptio. A vendor about which nobody was asked is undefined. */
export const platform: Platform = {
  detect: (instance) => typeof sdkOf(instance)?.on === 'function',
  open({ service, instance }) {
    const sdk = sdkOf(instance) as Axeptio;
    let heard: Choices | undefined;
    const choices = (): Choices => heard ?? sdk.userPreferencesManager?.choices ?? {};
    return {
      read(): Answer {
        const choice = choices()[service];
        if (typeof choice !== 'boolean') return 'unknown';
        return choice ? 'granted' : 'denied';
      },
      subscribe(listener) {
        let isOver = false;
        // It comes on every page view once the visitor has chosen, and with every choice.
        sdk.on('cookies:complete', (now) => {
          heard = now;
          if (!isOver) listener();
        });
        return () => void (isOver = true);
      },
    };
  },
};
