import type { UserInfo } from '../../config/schema.js';
import type { MeetingOptions } from '../provider.js';

// As signed tokens are written (RFC 7519). external_api.js puts a token into the address as it is, where anything else, such as the
// page of a sign-in that ran out, would be sent to the server and could bring settings along (docs/jitsi.md §1.3, §1.5).
const TOKEN = /^[\w-]+(\.[\w-]*){2,4}$/;

/** Calls a callback of the site. What it fails with may name the room or the token, so only the kind of error is told. */
async function ask<T>(name: string, callback: () => T | Promise<T>): Promise<T> {
  try {
    return await callback();
  } catch (error) {
    throw new Error(`${name} failed (${error instanceof Error ? error.name : typeof error})`, { cause: error });
  }
}

type Callbacks = Pick<MeetingOptions['settings'], 'getToken' | 'userInfo'>;

/**
 * A callback of the site: of its configuration, or of `window.JitsiGateCallbacks`, for pages without `configure()`. That is read when it
 * is asked, so it does not matter which script comes first. An element of that name has no function (docs/law.md R75).
 */
export function callbackOf<T extends keyof Callbacks>(settings: Callbacks, name: T): Callbacks[T] {
  const { JitsiGateCallbacks: given } = globalThis as { JitsiGateCallbacks?: Callbacks };
  const callback = given?.[name];
  return settings[name] ?? (typeof callback === 'function' ? callback : undefined);
}

/** What external_api.js is given about the visitor. */
export interface SiteAnswers {
  readonly jwt?: string;
  readonly userInfo?: UserInfo;
}

/** A name and an address are all that is handed on: a site's own record of a user may hold far more. */
function userFrom(answer: unknown): UserInfo {
  const { displayName, email } = Object(answer) as Readonly<Record<string, unknown>>;
  return { ...(typeof displayName === 'string' && { displayName }), ...(typeof email === 'string' && { email }) };
}

/**
 * Asks the site for token and names, after the grant and anew for each meeting; they are kept nowhere.
 * @throws Error that quotes nothing of what the callbacks said
 */
export async function askSite({ embed, own, settings }: Pick<MeetingOptions, 'embed' | 'own' | 'settings'>): Promise<SiteAnswers> {
  const { key: operator } = embed.operator;
  // What is set on an element to take it away may be an empty text.
  const [token, person] = [own.jwt || callbackOf(settings, 'getToken'), own.userInfo || callbackOf(settings, 'userInfo')];
  const jwt: unknown = typeof token === 'function' ? await ask('getToken', () => token({ operator, room: embed.room })) : token;
  if (jwt && !(typeof jwt === 'string' && TOKEN.test(jwt))) throw new Error('jwt or getToken gave something that is no token (JWT)');
  const user: unknown = typeof person === 'function' ? await ask('userInfo', () => person()) : person;
  return { ...(jwt ? { jwt: String(jwt) } : {}), ...(user ? { userInfo: userFrom(user) } : {}) };
}
