import { roomPath } from '../../facts/software/jitsi-address.js';
import type { OpenOptions } from './connection.js';

/** Settings as the meeting's page reads them from its hash: first-level keys, each value as JSON (docs/jitsi.md §1.5). */
function hashParts(prefix: string, values: Readonly<Record<string, unknown>> = {}): string[] {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined);
  return defined.map(([key, value]) => `${prefix}.${encodeURIComponent(key)}=${encodeURIComponent(JSON.stringify(value))}`);
}

/**
 * The address of a meeting's page, as external_api.js would build it, for a frame of our own. `id` names the wire.
 * The token stands in the query as well as in the hash, because older servers look only there.
 */
export function meetingUrl({ embed, settings, lang, jwt, userInfo, config }: OpenOptions, id: number): string {
  const { origin, release } = embed.operator;
  const query = new URLSearchParams({ ...(jwt && { jwt }), lang, ...(release && { release }) });
  const hash = [
    `jitsi_meet_external_api_id=${id}`,
    ...(jwt ? [`jwt=${encodeURIComponent(JSON.stringify(jwt))}`] : []),
    ...hashParts('config', config),
    ...hashParts('interfaceConfig', settings.jitsi?.interfaceConfigOverwrite),
    ...hashParts('userInfo', { ...userInfo }),
    'appData.localStorageContent=null',
  ];
  return `${origin}/${roomPath(embed)}?${query}#${hash.join('&')}`;
}
