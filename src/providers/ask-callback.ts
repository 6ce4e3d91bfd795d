import type { Embed } from '../config/embed.js';
import type { Settings } from '../config/settings.js';
import { parseUrl } from '../lib/url.js';

/** What a site may be asked for a meeting, after the grant. */
export type Callbacks = Pick<Settings, 'getToken' | 'getUrl' | 'userInfo'>;

/** Calls a callback of the site. What it fails with may name the room or a token, so only the kind of error is told. */
export async function ask<T>(name: string, callback: () => T | Promise<T>): Promise<T> {
  try {
    return await callback();
  } catch (error) {
    throw new Error(`${name} failed (${error instanceof Error ? error.name : typeof error})`, { cause: error });
  }
}

/**
 * A callback of the site: of its configuration, or of `window.JitsiGateCallbacks`, for pages without `configure()`. That is read when it
 * is asked, so it does not matter which script comes first. An element of that name has no function (docs/law.md R75).
 */
export function callbackOf<T extends keyof Callbacks>(settings: Callbacks, name: T): Callbacks[T] {
  const { JitsiGateCallbacks: given } = globalThis as { JitsiGateCallbacks?: Callbacks };
  const callback = given?.[name];
  return settings[name] ?? (typeof callback === 'function' ? callback : undefined);
}

/**
 * The meeting's address by the site's own server, on its operator's origin; undefined where the site gives none. Asked for now, kept nowhere.
 * @throws Error that quotes nothing of an address, which may hold a token or a password
 */
export async function askUrl({ operator: { key, origin }, room }: Embed, settings: Callbacks): Promise<URL | undefined> {
  const getUrl = callbackOf(settings, 'getUrl');
  const answer: unknown = getUrl && await ask('getUrl', () => getUrl({ operator: key, room }));
  if (answer === undefined) return undefined;
  const url = typeof answer === 'string' ? parseUrl(answer) : undefined;
  if (url?.origin !== origin) throw new Error(`getUrl gave something that is no address on ${origin}`);
  return url;
}
