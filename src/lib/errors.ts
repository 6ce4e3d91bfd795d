/**
 * `lib`: small tools that know nothing of consent or meetings. They hold no state of the page beyond
 * "this warning was already printed" and import nothing from the other layers.
 */

/** One thing that is wrong with what the owner wrote. */
export interface GateIssue {
  /** Where it stands, in the words the owner used: `operators.clinic.domain`, `data-privacy-url`, `data-jitsi-room`. */
  readonly path: string;
  /** What would be right there. */
  readonly expected: string;
  /** What stands there now; `nothing` if the value is missing. */
  readonly found: string;
}

/** Why something was refused: `config` (site configuration), `embed` (a placeholder), `grant` (a call without a source). */
export type GateErrorCode = 'config' | 'embed' | 'grant';

/** One readable line for an issue. */
export function describeIssue({ path, expected, found }: GateIssue): string {
  return `${path}: expected ${expected}, found ${found}`;
}

/** A refusal with every reason at once. Thrown by the JavaScript API only; markup never throws. */
export class GateError extends Error {
  override readonly name = 'GateError';
  readonly code: GateErrorCode;
  readonly issues: readonly GateIssue[];

  constructor(code: GateErrorCode, issues: readonly GateIssue[]) {
    super(issues.map(describeIssue).join('\n'));
    this.code = code;
    this.issues = issues;
  }
}

/** What a value looks like in an error: short, never more than 60 characters of it. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : shorten(String(value));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
