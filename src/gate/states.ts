import type { Standing } from '../consent/standing.js';
import type { MeetingFailure } from '../providers/provider.js';
import type { GateAct, Press } from './press.js';

export type { GateAct } from './press.js';

/** The states of a gate, as its attribute `state` names them. */
export const GATE_STATES = ['invalid', 'asking', 'ready', 'loading', 'live', 'ended', 'declined', 'failed'] as const;

export type GateState = (typeof GATE_STATES)[number];

/** What can happen to a gate: the visitor's acts, the meeting's own signals, and news from the ledger. */
export type GateEvent =
  /** Without a press: a remembered grant that starts by itself, or a load that the page has stopped. */
  | { readonly type: GateAct; readonly press?: Press }
  /** The placeholder or the configuration was read (again), and is usable or not. */
  | { readonly type: 'set-up' | 'reject' }
  /** The placeholder names another room of the same operator. */
  | { readonly type: 'other-room' }
  /** The ledger's standing for this operator changed, here or in another tab. */
  | { readonly type: 'standing' }
  /** The meeting said so itself. */
  | { readonly type: 'joined' | 'ended' }
  | { readonly type: 'failed'; readonly failure: MeetingFailure };

/** What the controller has to do in a transition, in this order. */
export type GateEffect =
  | 'record-grant' | 'record-decline' | 'record-withdrawal'
  /** Records the answer to the question about a recording, where one is asked. */
  | 'agree-to-recording' | 'refuse-recording'
  | 'unload' | 'load';

/** Where a gate rests when no meeting runs, by what the ledger says. */
export function restingState(standing: Standing): 'asking' | 'ready' | 'declined' {
  if (standing === 'granted') return 'ready';
  return standing === 'declined' ? 'declined' : 'asking';
}
