/**
 * `storage`: where texts are kept. The only layer that touches web storage and cookies.
 * It knows nothing of what a text means, never throws, and never reads anything but what begins with its own prefix
 * (and removes the one key that Jitsi leaves on the site).
 */

/** The kinds of store that a site may choose. */
export type StorageKind = 'local' | 'session' | 'cookie' | 'memory';

/**
 * Keeps many texts, each in an entry of its own, so that tabs which write in the same moment touch only what is theirs.
 * A name is what follows the store's prefix. A store never throws: what cannot be read is null, what cannot be written is
 * false.
 */
export interface Store {
  /** The names of what is kept, in alphabetical order. */
  names(): string[];
  /** The kept text, or null if there is none or it cannot be read. */
  read(name: string): string | null;
  /** Keeps a text; false if it could not be kept. */
  write(name: string, text: string): boolean;
  /** Forgets a text. A store that cannot even do that has none. */
  remove(name: string): void;
  /** Lets the others hear a text that is not to be kept, where they can hear this store. */
  tell?(name: string, text: string): void;
  /**
   * Calls back with each text that another tab or frame wrote, null if it removed it: once for each name where it cleared
   * everything. Returns how to stop.
   */
  watch(changed: (name: string, text: string | null) => void): () => void;
}
