import type { Operator } from '../config/operator.js';
import { warnOnce } from '../lib/warn-once.js';
import type { RecordingMode } from '../providers/provider.js';

/** What an operator is declared to do, by the mode of a recording. A visitor's own recording is theirs. */
const DECLARED = { file: 'recording', stream: 'livestream', transcription: 'transcription' } as const;

/** Tells the owner of a recording on a server that was declared never to record; the visitor reads of it all the same. */
export function tellUndeclared(operator: Operator, mode: RecordingMode): void {
  const option = mode === 'local' ? undefined : DECLARED[mode];
  if (option && operator[option] === 'never') warnOnce('recording', `operators.${operator.key}.${option} is "never", and a meeting there was recorded (${mode})`);
}
