import type { UserInfo } from '../../config/schema.js';
import { PLACEHOLDER_RULES } from '../../config/placeholder-rules.js';
import { ask, askUrl, callbackOf } from '../ask-callback.js';
import type { MeetingOptions } from '../provider.js';

// As signed tokens are written (RFC 7519). external_api.js puts a token into the address as it is, where anything else, such as the
// page of a sign-in that ran out, would be sent to the server and could bring settings along (docs/jitsi.md §1.3, §1.5).
const TOKEN = /^[\w-]+(\.[\w-]*){2,4}$/;

/** What external_api.js is given about the visitor. */
export interface SiteAnswers {
  readonly jwt?: string;
  /** The room by the site's own address, in place of the placeholder's. */
  readonly room?: string;
  readonly userInfo?: UserInfo;
}

/** A name and an address are all that is handed on: a site's own record of a user may hold far more. */
function userFrom(answer: unknown): UserInfo {
  const { displayName, email } = Object(answer) as Readonly<Record<string, unknown>>;
  return { ...(typeof displayName === 'string' && { displayName }), ...(typeof email === 'string' && { email }) };
}

/** Room and token of an address that the site's own server gives (docs/jitsi.md §1.5). @throws Error where it leads to no room */
function readAddress(url: URL | undefined, appId = ''): SiteAnswers {
  if (!url) return {};
  const { pathname, searchParams } = url;
  const parts = pathname.replace(/\/$/, '').split('/').slice(1).map(decodeURIComponent);
  const room = (appId && parts[0] === appId ? parts.slice(1) : parts).join('/');
  if (!PLACEHOLDER_RULES.room(room)) throw new Error('getUrl gave an address that leads to no room');
  const jwt = searchParams.get('jwt');
  return { room, ...jwt !== null && { jwt } };
}

/**
 * Asks the site for address, token and names, after the grant and anew for each meeting; they are kept nowhere.
 * @throws Error that quotes nothing of what the callbacks said
 */
export async function askSite({ embed, own, settings }: Pick<MeetingOptions, 'embed' | 'own' | 'settings'>): Promise<SiteAnswers> {
  const { key: operator, appId } = embed.operator;
  const { room, jwt: signed } = readAddress(await askUrl(embed, settings), appId);
  // What is set on an element to take it away may be an empty text.
  const [token, person] = [signed ?? (own.jwt || callbackOf(settings, 'getToken')), own.userInfo || callbackOf(settings, 'userInfo')];
  const jwt: unknown = typeof token === 'function' ? await ask('getToken', () => token({ operator, room: embed.room })) : token;
  if (jwt && !(typeof jwt === 'string' && TOKEN.test(jwt))) throw new Error('jwt, getToken or getUrl gave something that is no token (JWT)');
  const user: unknown = typeof person === 'function' ? await ask('userInfo', () => person()) : person;
  return { ...room && { room }, ...(jwt ? { jwt: String(jwt) } : {}), ...(user ? { userInfo: userFrom(user) } : {}) };
}
