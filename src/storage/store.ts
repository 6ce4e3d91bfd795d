/**
 * `storage`: where one text is kept. The only layer that touches web storage.
 * It knows nothing of what the text means, never throws, and never reads anything but its own key
 * (and removes the one key that Jitsi leaves on the site).
 */

/** Keeps one text under one key. A store never throws: what cannot be read is null, what cannot be written is false. */
export interface Store {
  /** The kept text, or null if there is none or it cannot be read. */
  read(): string | null;
  /** Keeps a text; false if it could not be kept. */
  write(text: string): boolean;
  /** Forgets the text. A store that cannot even do that has none. */
  remove(): void;
  /** Lets the others hear a text that is not to be kept, where they can hear this store. */
  tell?(text: string): void;
  /** Calls back with each text that another tab or frame wrote, null if it removed it; returns how to stop. */
  watch(changed: (text: string | null) => void): () => void;
}
