import type { ConsoleCode } from './console-codes.js';

const printed = new Set<string>();

/**
 * Tells the owner something, once a page view for the same text. The only place that writes to the console.
 * Must never be given a room's name, a token or a person's name.
 */
export function warnOnce(code: ConsoleCode, message: string, level: 'warn' | 'error' = 'warn'): void {
  const line = `[jitsi-gate] ${code}: ${message}`;
  if (printed.has(line)) return;
  printed.add(line);
  // Some pages take the console away, or leave only a part of it.
  globalThis.console?.[level]?.(line);
}
