import { type Basis, allowsLoading } from './standing.js';

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
export interface GrantBasis extends Basis {
  readonly operator: string;
}

/** Makes a grant from a current decision, or gives undefined: in doubt there is no grant. */
export function grantFrom({ operator, ...basis }: GrantBasis): Grant | undefined {
  return allowsLoading(basis) ? ({ operator } as Grant) : undefined;
}
