import type { Embed } from '../../config/embed.js';
import type { Operator } from '../../config/operator.js';

/**
 * The address of an operator's external_api.js: JaaS keeps one for each customer (developer.8x8.com), and only the copy
 * under `/libs` allows cross-origin reading, which `integrity` needs (facts: jitsi.md §1.1).
 */
export function scriptUrl({ origin, appId, release, integrity }: Operator): string {
  const file = integrity ? 'libs/external_api.min.js' : 'external_api.js';
  const path = appId ? `${encodeURIComponent(appId)}/${file}` : file;
  return `${origin}/${path}${release ? `?release=${encodeURIComponent(release)}` : ''}`;
}

/**
 * The room as the path that external_api.js takes: each part encoded, because the script itself encodes nothing and a `?`
 * or `#` would inject settings (facts: jitsi.md §1.5).
 */
export function roomPath({ room, operator }: Embed): string {
  const parts = room.split('/').map(encodeURIComponent);
  return (operator.appId ? [encodeURIComponent(operator.appId), ...parts] : parts).join('/');
}
