import { canonicalHost, originOf } from '../lib/url.js';
import type { OperatorInput } from './schema.js';

/** What kind of server it is: decides the script's address and the room's path. */
export type OperatorKind = NonNullable<OperatorInput['kind']>;

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

const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';

/** Whether a country (ISO 3166-1 alpha-2) is in the European Economic Area, where no transfer tool is needed. */
export function isInEea(code: string): boolean {
  return EEA.includes(code);
}

/** The kind of server behind a host name. */
export function kindOf(domain: string): OperatorKind {
  const host = canonicalHost(domain) ?? '';
  if (host === 'meet.jit.si') return host;
  return /(^|\.)8x8\.vc$/.test(host) ? 'jaas' : 'self-hosted';
}

/**
 * Adds what is known of the public servers, so that naming the domain is enough. No transfer tool is claimed:
 * whether 8x8, Inc. is on the list of the Data Privacy Framework is for the owner to check (law R53).
 */
export function withBuiltIns(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isPublic = typeof input['domain'] === 'string' && kindOf(input['domain']) !== 'self-hosted';
  return isPublic ? { name: '8x8, Inc.', country: 'US', ...input } : input;
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
