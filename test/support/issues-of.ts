import { GateError, type GateIssue } from '../../src/lib/errors.js';

/** The paths of issues, sorted, so that a test need not know in which order they were found. */
export function pathsOf(issues: readonly GateIssue[]): string[] {
  return issues.map(({ path }) => path).toSorted();
}

/** The issues of the GateError that a call throws. Fails where it throws another error or none. */
export function issuesOf(call: () => unknown): readonly GateIssue[] {
  try {
    call();
  } catch (error) {
    if (error instanceof GateError) return error.issues;
    throw error;
  }
  throw new Error('nothing was thrown');
}
