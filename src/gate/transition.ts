import type { Standing } from '../consent/standing.js';
import { type GateEffect, type GateEvent, type GateState, restingState } from './states.js';

/** The next state and what has to be done to get there; undefined where the event means nothing in that state. */
export interface Transition {
  readonly to: GateState;
  readonly effects: readonly GateEffect[];
}

/** States in which something of the operator is, or is about to be, in the page. */
function isRunning(state: GateState): boolean {
  return state === 'loading' || state === 'live';
}

const go = (to: GateState, ...effects: GateEffect[]): Transition => ({ to, effects });

/** News from the ledger: a running or finished meeting stays only while the grant stands. */
function onStanding(state: GateState, standing: Standing): Transition | undefined {
  const rest = restingState(standing);
  if (state === 'asking' || state === 'ready' || state === 'declined') return rest === state ? undefined : go(rest);
  return standing === 'granted' ? undefined : go(rest, 'unload');
}

/** The visitor's acts. An act that the state's view does not offer means nothing. */
function onAct(state: GateState, type: GateEvent['type'], standing: Standing): Transition | undefined {
  switch (`${state} ${type}`) {
    case 'asking accept':
      return go('loading', 'record-grant', 'load');
    case 'ready accept':
    case 'ended accept':
    case 'failed retry':
      // A grant that ran out since the view was drawn is asked for again.
      return standing === 'granted' ? go('loading', 'load') : go('asking');
    case 'asking decline':
      return go('declined', 'record-decline');
    case 'declined reconsider':
      return go('asking');
    case 'loading cancel':
      return go(restingState(standing), 'unload');
    case 'live stay':
      return go('live', 'agree-to-recording');
    case 'live leave':
      return go('ended', 'refuse-recording', 'unload');
    case 'live withdraw':
      return go('asking', 'refuse-recording', 'record-withdrawal', 'unload');
    case 'ready withdraw':
    case 'loading withdraw':
    case 'ended withdraw':
    case 'failed withdraw':
      return go('asking', 'record-withdrawal', 'unload');
    default:
      return undefined;
  }
}

/**
 * The whole behaviour of a gate as a pure function. `standing` is what the ledger says at that moment.
 * `live` is reached only by the meeting's own signal.
 */
export function transition(state: GateState, event: GateEvent, standing: Standing): Transition | undefined {
  switch (event.type) {
    case 'set-up':
      return go(restingState(standing), 'unload');
    case 'other-room':
      // Agreed to was the operator; where the visitor is in a call, the next room is what the page leads them to.
      return isRunning(state) && standing === 'granted' ? go('loading', 'unload', 'load') : go(restingState(standing), 'unload');
    case 'reject':
      return go('invalid', 'unload');
    case 'standing':
      return state === 'invalid' ? undefined : onStanding(state, standing);
    case 'joined':
      return state === 'loading' ? go('live') : undefined;
    case 'ended':
      return isRunning(state) ? go('ended', 'unload') : undefined;
    case 'failed':
      return isRunning(state) ? go('failed', 'unload') : undefined;
    default:
      return onAct(state, event.type, standing);
  }
}
