import type { Severity } from '../desk/advice.js';

/** How sure a finding is: so for everybody, so in some cases, or so by what is known from outside. */
export type Certainty = 'certain' | 'likely' | 'maybe';

/** Something that a server does to privacy, or that could not be read. */
export interface Finding {
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** The setting's own name, the header, or the file. */
  readonly setting: string;
  /** What was found: a short value, and never a secret. */
  readonly found: string;
  readonly problem: string;
  /** Other hosts that are contacted. */
  readonly hosts: readonly string[];
  /** In which country, where known (ISO 3166-1 alpha-2). */
  readonly country?: string | undefined;
  readonly remedy: string;
  /** What a page that embeds the meeting can do about it. */
  readonly embed?: string | undefined;
}

/** What was looked at. */
export interface Checked {
  readonly what: string;
  /** Undefined where it could not be looked at. */
  readonly result: 'fine' | 'found' | undefined;
  readonly why?: string;
}
