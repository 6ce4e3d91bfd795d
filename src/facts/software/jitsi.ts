import type { JitsiKind } from './jitsi-kinds.js';

/** A public server and who runs it, so that naming its domain is enough. */
export interface BuiltInOperator {
  /** Matches its host, and those of its regions. */
  readonly host: RegExp;
  readonly kind: JitsiKind;
  /** What its owner need not say. */
  readonly facts: { readonly name: string; readonly country: string; readonly software?: string };
}

const facts = { name: '8x8, Inc.', country: 'US' };

/**
 * The public servers (docs/jitsi.md §1.1, docs/law.md R55). No transfer tool is among the facts: whether 8x8, Inc. is on the
 * list of the Data Privacy Framework is for the owner to check (docs/law.md R53). Other services add theirs (`services.ts`).
 */
export const BUILT_INS: BuiltInOperator[] = [
  { host: /^meet\.jit\.si$/, kind: 'meet.jit.si', facts },
  { host: /(^|\.)8x8\.vc$/, kind: 'jaas', facts },
];

/** The public server at a host, as browsers write hosts; undefined where it is none. */
export function builtInAt(text: string): BuiltInOperator | undefined {
  return BUILT_INS.find(({ host }) => host.test(text));
}
