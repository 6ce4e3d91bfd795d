import type { Severity } from '../desk/advice.js';
import type { Release } from './builds.js';

/** What a setting has to be for a rule to speak. */
export type Test = 'true' | 'false' | 'not false' | 'set' | 'foreign' | 'own' | 'any host' | 'filled';

/** One row about a setting of a Jitsi server. */
export interface Rule {
  /** Jitsi's own name of the setting. */
  readonly key: string;
  readonly in?: 'interfaceConfig';
  readonly when: Test;
  /** What holds where the setting is absent; nothing speaks where that is not stated. Undefined: either, or not known. */
  readonly absent?: (release: Release) => boolean | string | undefined;
  /** The releases of which the rule speaks; default: all. */
  readonly only?: Partial<Release>;
  /** Settings that switch it off, where one of them is true. */
  readonly unless?: readonly string[];
  /** Settings without which it has no effect. */
  readonly needs?: readonly string[];
  readonly severity: Severity;
  /** What it does, in a sentence. */
  readonly does: string;
  /** Who is contacted, and in which country (ISO 3166-1 alpha-2, where known); `value`: the host that the setting names. */
  readonly contacts?: readonly [host: string, country?: string] | 'value';
  /** What to do on the server. */
  readonly remedy: string;
  /** Whether an embedding page can set it for its own meetings (docs/jitsi.md §3). */
  readonly isForPages: boolean;
}
