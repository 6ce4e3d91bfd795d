import type { Contender } from './contender.js';
import { iframemanager } from './iframemanager.js';
import { ownContenders } from './jitsi-gate.js';
import { klaro } from './klaro.js';
import { orejime } from './orejime.js';
import { tarteaucitron } from './tarteaucitron.js';
import { emptyPage, plainEmbed } from './without-gate.js';

export { emptyPage, plainEmbed };

/** Whoever shows a gate before a meeting; the first is what ratios are relative to. */
export const gates: readonly Contender[] = [iframemanager, ...ownContenders(), orejime, klaro, tarteaucitron];

/** Every page that the server has. */
export const contenders: readonly Contender[] = [emptyPage, ...gates, plainEmbed];

/** The contender of that key. Throws, with the keys that there are, when there is none. */
export function contenderOf(key: string): Contender {
  const found = contenders.find((contender) => contender.key === key);
  if (!found) throw new Error(`no contender named ${key}; there are ${contenders.map((contender) => contender.key).join(', ')}`);
  return found;
}
