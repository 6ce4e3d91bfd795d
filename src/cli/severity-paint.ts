import type { Severity } from '../desk/advice.js';
import type { Io } from './command.js';

const COLOURS = { high: 31, medium: 33, low: 36, info: 90 } as const;

/** Writes the word of a severity, in its colour where a person reads it. */
export const severityPaint = ({ isTerminal }: Pick<Io, 'isTerminal'>) => (severity: Severity): string => (isTerminal ? `\u001b[${COLOURS[severity]}m${severity}\u001b[0m` : severity);
