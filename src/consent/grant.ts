import { type DecisionRecord, isCurrent } from './record.js';

declare const granted: unique symbol;

/**
 * Proof that a visitor's decision allows loading one operator now. Providers ask for it, and only this file can make it,
 * so code that forgets to ask does not compile.
 */
export interface Grant {
  readonly operator: string;
  readonly [granted]: true;
}

/** What a grant is made from. */
export interface GrantBasis {
  readonly operator: string;
  readonly record: DecisionRecord | undefined;
  readonly terms: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Whether the decision was made on this very page view; a decision for once counts no longer than that. */
  readonly isOfThisView: boolean;
}

/** Makes a grant from a current decision, or gives undefined: in doubt there is no grant. */
export function grantFrom({ operator, record, terms, time, isOfThisView }: GrantBasis): Grant | undefined {
  if (record?.decision !== 'granted' || !record.purposes.includes('load') || !isCurrent(record, terms, time)) return undefined;
  if (record.scope !== 'remembered' && !isOfThisView) return undefined;
  return { operator } as Grant;
}
