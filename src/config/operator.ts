import { isInEea } from '../facts/countries.js';
import type { JitsiKind } from '../facts/software/jitsi-kinds.js';
import type { Software } from '../facts/software/software.js';
import { originOf } from '../lib/url.js';
import { kindOf } from './built-ins.js';
import type { OperatorInput } from './schema.js';

/** What kind of server it is: decides the script's address and the room's path. */
export type OperatorKind = JitsiKind;

type Certainty = NonNullable<OperatorInput['recording']>;

/** One declared operator with all that follows from its domain. */
export interface Operator extends Omit<OperatorInput, 'recording' | 'transcription' | 'livestream' | 'software'> {
  readonly recording: Certainty;
  readonly transcription: Certainty;
  readonly livestream: Certainty;
  readonly key: string;
  /** Undefined for Jitsi. */
  readonly software: Exclude<OperatorInput['software'], 'jitsi'>;
  /** What is known of that software, once the page has fetched it (moments/other-software.ts). */
  known?: Software | undefined;
  readonly kind: OperatorKind;
  /** Scheme and host of the meeting server; nothing else is ever contacted by us. */
  readonly origin: string;
  readonly transfer: NonNullable<OperatorInput['transfer']>;
}

/** Whether what is known of Jitsi is not enough for an operator: its software is another one, it refuses frames, or nobody says who it is. */
export const needsSoftware = ({ software, name, embeddable }: Operator): unknown => software || !name || embeddable === false;

/** Derives what follows from an operator's facts. */
export function readOperator(key: string, input: OperatorInput): Operator {
  const origin = originOf(input.domain);
  const domain = origin.replace(/^\w+:\/\//, '');
  const kind = input.kind ?? kindOf(domain);
  const transfer = input.transfer ?? { tool: isInEea(input.country) ? 'none-needed' : 'unknown' };
  const { recording = 'unknown', transcription = 'unknown', livestream = 'unknown' } = input;
  const software = input.software === 'jitsi' ? undefined : input.software;
  return { ...input, software, recording, transcription, livestream, key, kind, origin, domain, transfer };
}
