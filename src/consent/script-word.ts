import type { DecisionRecord } from './record.js';
import type { Standing } from './standing.js';

/** What a script says that the visitor decided elsewhere, and what is on record. */
export interface ScriptWord {
  readonly decision: 'granted' | 'declined';
  /** When the visitor decided, in milliseconds since 1970; undefined where the script does not say. */
  readonly at: number | undefined;
  readonly stored: DecisionRecord | undefined;
  readonly standing: Standing;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** `known`: it counts already. `older`: the visitor has decided otherwise since. */
export type Verdict = 'record' | 'known' | 'older';

/** Whether the visitor said something at the gate that has not run out. */
function visitorSaid(decisions: readonly DecisionRecord['decision'][], { stored, now }: ScriptWord): boolean {
  return stored?.source === 'visitor' && decisions.includes(stored.decision) && now < Date.parse(stored.until);
}

/**
 * What becomes of a script's word. Scripts say the same on every page view, so what counts already makes no new record, and a yes
 * without a time is older than what the visitor said at the gate. A no counts unless it is known to be older: in doubt nothing is loaded.
 */
export function judgeScriptWord(word: ScriptWord): Verdict {
  const { decision, at, stored, standing } = word;
  if (standing === decision) return 'known';
  const isNewer = at !== undefined && at > Date.parse(stored?.at ?? '');
  if (decision === 'granted') return visitorSaid(['declined', 'withdrawn'], word) && !isNewer ? 'older' : 'record';
  return at !== undefined && visitorSaid(['granted'], word) && !isNewer ? 'older' : 'record';
}
