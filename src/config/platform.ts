/** What a consent platform says of a service. `unknown`: the visitor has not answered there. */
export type Answer = 'granted' | 'denied' | 'unknown';

/** An owner's own connection to a consent platform. */
export interface Adapter {
  /** The platform's name, as receipts tell it. */
  readonly name: string;
  /** What the visitor decided there; `unknown` where that is a default. May wait until the platform is ready. */
  read(): Answer | Promise<Answer>;
  /** Calls back when the visitor has decided there. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Tells the platform what was decided at the gate. */
  write?(granted: boolean): void | Promise<void>;
}

/** A consent platform without a global, as one that is bundled has none. */
export interface PlatformInstance {
  readonly name: string;
  readonly instance: unknown;
}
