import { configure, type ConfigInput, type Gate } from 'jitsi-gate';
import 'jitsi-gate/define';

/** What the test changes, and each app shows in its own way. */
export interface AppState {
  readonly isShown: boolean;
  /** Keys of the gates in the list, in order. */
  readonly order: readonly string[];
  readonly room: string | undefined;
  readonly operator: string | undefined;
  readonly label: string | undefined;
  readonly lang: string | undefined;
  /** Author's content in the placeholder and in the gate. */
  readonly note: string;
  readonly hasPlaceholder: boolean;
}

export const initial: AppState = { isShown: true, order: ['a'], room: 'room-one-x8k2pq9z', operator: 'practice', label: 'Visit', lang: 'en', note: 'Call us', hasPlaceholder: false };

const TOKEN = 'eyJhbGciOi.eyJyb29tIjo.c2lnbmF0dXJl';
export const getJwt = async (): Promise<string> => TOKEN;
export const userInfo = { displayName: 'Jane Doe' } as const;

const config: ConfigInput = {
  privacyUrl: '/privacy',
  defaultOperator: 'practice',
  operators: {
    practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' },
    club: { domain: 'other.example.org', name: 'Other Club', country: 'FR' },
  },
};

declare global {
  interface Window {
    app: { gate: Gate; set(changed: Partial<AppState>): void };
  }
}

/** Configures the gate once for the app, and lets the test change what the app shows. */
export function start(set: (changed: Partial<AppState>) => void): void {
  const gate = configure(config);
  gate.scan();
  gate.watch();
  window.app = { gate, set };
}
