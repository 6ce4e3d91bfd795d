import type { Press, Shown } from './press.js';

/** What was shown, without the meeting's own name: that may say who meets whom (docs/law.md R44). */
export function shownOf({ shown, embed: { label } }: Pick<Press, 'shown' | 'embed'>): Shown {
  return label ? { ...shown, text: shown.text.replaceAll(label, '…') } : shown;
}
