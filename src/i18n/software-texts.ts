import { warnOnce } from '../lib/warn-once.js';
import type { Texts } from './load.js';
import { SOFTWARE_LOCALES } from './software-locales.js';

const loaded = new Map<string, Texts>();

/**
 * The texts about meeting software besides Jitsi in a language, to be laid over the English ones. Undefined until they are fetched; calls
 * back when they are. A language that cannot be had, or is the owner's own, stays with the English ones.
 */
export function softwareTextsOf(language: string, come: () => void): Texts | undefined {
  const texts = loaded.get(language);
  const fetchTexts = SOFTWARE_LOCALES[language];
  if (texts || !fetchTexts) return texts ?? {};
  fetchTexts().then(({ software }) => void loaded.set(language, software), (error: unknown) => {
    loaded.set(language, {});
    warnOnce('language', `upload the folder jitsi-gate/: ${String(error)}`);
  }).then(come).catch(() => undefined);
  return undefined;
}
