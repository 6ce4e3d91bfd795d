import type { FieldName } from '../desk/draft.js';
import type { Answers } from '../desk/screening.js';
import { SCREENINGS, type DeskLanguage } from '../desk/screening-languages.js';
import { createRoomName } from '../lib/room-name.js';
import { createWebStore } from '../storage/web-store.js';

/**
 * `desk-page`: the page on which owners answer questions. What they typed is one flat map of texts, by the names of the fields; everything
 * that is shown follows from it and from `desk`. It stays in this browser.
 */

/** What belongs to the page itself, besides the questions. */
type OwnName = 'preset' | 'madeUpRoom' | 'language' | 'headersFor' | 'merge' | 'noticeLanguage' | 'noticeFormat';

/** The name of whatever can be typed or chosen. */
export type TypedName = FieldName | OwnName | `answer.${string}`;

export type Typed = Readonly<Partial<Record<TypedName, string>>>;

const store = createWebStore('local', 'jitsi-gate-desk.');
const NAME = 'answers';

/** What was typed before, in this browser; nothing where it cannot be read. */
function kept(): Typed {
  try {
    const found: unknown = JSON.parse(store.read(NAME) ?? '{}');
    return Object.fromEntries(Object.entries(Object(found) as object).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

/** What the page begins with: a room that nobody can guess, and the gate's file where most sites have such files. */
const fresh = (): Typed => ({ madeUpRoom: createRoomName(), src: '/assets/jitsi-gate.js' });

export const readTyped = (): Typed => ({ ...fresh(), ...kept() });

/** Keeps what was typed; where nothing can be kept, it lasts as long as the page. */
export function keepTyped(typed: Typed): void {
  store.write(NAME, JSON.stringify(typed));
}

/** Deletes everything that was typed, and begins anew. */
export function forgetTyped(): Typed {
  store.remove(NAME);
  return fresh();
}

/** The language of the page: the chosen one, else the first of the browser's that there is, else English. */
export function languageOf({ language }: Typed): DeskLanguage {
  const wanted = [language ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is DeskLanguage => Object.hasOwn(SCREENINGS, tag)) ?? 'en';
}

/** The answers to the screening. */
export function answersOf(typed: Typed): Answers {
  const given = Object.entries(typed).filter(([name, value]) => name.startsWith('answer.') && (value === 'yes' || value === 'no'));
  return Object.fromEntries(given.map(([name, value]) => [name.slice('answer.'.length), value === 'yes']));
}
