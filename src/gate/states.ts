import type { Standing } from '../consent/ledger.js';
import type { MeetingFailure } from '../providers/provider.js';

/** What a gate shows (SPEC 3). */
export const GATE_STATES = ['invalid', 'asking', 'ready', 'loading', 'live', 'ended', 'declined', 'failed'] as const;

export type GateState = (typeof GATE_STATES)[number];

/** What a visitor can do with a gate. */
export type GateAct = 'accept' | 'decline' | 'reconsider' | 'cancel' | 'withdraw' | 'retry' | 'leave' | 'stay';

/** What can happen to a gate: the visitor's acts, the meeting's own signals, and news from the ledger. */
export type GateEvent =
  | { readonly type: Exclude<GateAct, 'accept'> }
  /** `remember`: the box was ticked. */
  | { readonly type: 'accept'; readonly remember?: boolean }
  /** The placeholder or the configuration was read (again), and is usable or not. */
  | { readonly type: 'set-up' | 'reject' }
  /** The ledger's standing for this operator changed, here or in another tab. */
  | { readonly type: 'standing' }
  /** The meeting said so itself. */
  | { readonly type: 'joined' | 'ended' }
  | { readonly type: 'failed'; readonly failure: MeetingFailure };

/** What the controller has to do after a transition, in this order. */
export type GateEffect = 'record-grant' | 'record-decline' | 'record-withdrawal' | 'unload' | 'load';

/** Where a gate rests when no meeting runs, by what the ledger says. */
export function restingState(standing: Standing): 'asking' | 'ready' | 'declined' {
  if (standing === 'granted') return 'ready';
  return standing === 'declined' ? 'declined' : 'asking';
}
