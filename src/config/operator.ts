import { isInEea } from '../facts/countries.js';
import type { JitsiKind } from '../facts/software/jitsi-kinds.js';
import { originOf } from '../lib/url.js';
import { kindOf } from './built-ins.js';
import type { OperatorInput } from './schema.js';

/** What kind of server it is: decides the script's address and the room's path. */
export type OperatorKind = JitsiKind;

type Certainty = NonNullable<OperatorInput['recording']>;

/** One declared operator with all that follows from its domain. */
export interface Operator extends Omit<OperatorInput, 'recording' | 'transcription' | 'livestream'> {
  readonly recording: Certainty;
  readonly transcription: Certainty;
  readonly livestream: Certainty;
  readonly key: string;
  readonly kind: OperatorKind;
  /** Scheme and host of the meeting server; nothing else is ever contacted by us. */
  readonly origin: string;
  readonly transfer: NonNullable<OperatorInput['transfer']>;
}

/** Derives what follows from an operator's facts. */
export function readOperator(key: string, input: OperatorInput): Operator {
  const origin = originOf(input.domain);
  const domain = origin.replace(/^\w+:\/\//, '');
  const kind = input.kind ?? kindOf(domain);
  const transfer = input.transfer ?? { tool: isInEea(input.country) ? 'none-needed' : 'unknown' };
  const { recording = 'unknown', transcription = 'unknown', livestream = 'unknown' } = input;
  return { ...input, recording, transcription, livestream, key, kind, origin, domain, transfer };
}
