import { roomPath, scriptUrl } from '../../facts/software/jitsi-address.js';
import type { MeetingApi } from '../../lib/events.js';
import { loadExternalApi } from './api-loader.js';
import type { Connect, Connection, OpenOptions } from './connection.js';
import type { JitsiApiConstructor } from './types.js';

function constructorOptions({ host, embed, settings, lang, jwt, userInfo, config }: OpenOptions): Readonly<Record<string, unknown>> {
  const { release } = embed.operator;
  return {
    roomName: roomPath(embed),
    parentNode: host,
    width: '100%',
    height: '100%',
    lang,
    configOverwrite: config,
    interfaceConfigOverwrite: settings.jitsi?.interfaceConfigOverwrite ?? {},
    ...(jwt && { jwt }),
    ...(userInfo && { userInfo }),
    ...(release && { release }),
  };
}

function connectionOf(api: MeetingApi): Connection {
  return {
    iframe: api.getIFrame(),
    handle: { api },
    listen: (event, listener) => api.addListener(event, listener),
    hangUp: () => api.executeCommand('hangup', false),
    toggle: (kind) => api.executeCommand(kind === 'audio' ? 'toggleAudio' : 'toggleVideo'),
    isMuted: (kind) => (kind === 'audio' ? api.isAudioMuted() : api.isVideoMuted()),
    close: () => api.dispose(),
  };
}

/** Embeds by the operator's own external_api.js (`mode: api`), once a page. */
export const connectByApi: Connect = async ({ embed, nonce }, signal) => {
  const { domain, integrity } = embed.operator;
  const url = scriptUrl(embed.operator);
  const loaded = await loadExternalApi({ url, nonce, integrity }, signal);
  if (loaded === 'unreachable') return { code: loaded, message: `${url} could not be loaded` };
  if (loaded === 'policy') {
    // Where the page has made a policy of this name itself, a second one needs 'allow-duplicates'.
    return { code: loaded, message: "the page's Content-Security-Policy refuses the meeting: add jitsi-gate to trusted-types, or 'allow-duplicates' if it is there" };
  }
  if (loaded === 'no-api') return { code: loaded, message: `${url} did not bring the Jitsi API` };
  const Api: JitsiApiConstructor = loaded;
  return (options) => {
    const api = new Api(domain, constructorOptions(options));
    api.getIFrame().title = options.frameTitle;
    return connectionOf(api);
  };
};
