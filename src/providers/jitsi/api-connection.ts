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

const FAULTS = {
  'unreachable': 'could not be loaded; some servers refuse it without a Referer (referrerPolicy)',
  'refused': 'gave an error; some servers refuse it without a Referer (referrerPolicy)',
  'no-api': 'did not bring the Jitsi API',
} as const;

// Where the page has made a policy of this name itself, a second one needs 'allow-duplicates'.
const NO_TYPES = "the page's Content-Security-Policy refuses the meeting: add jitsi-gate to trusted-types, or 'allow-duplicates' if it is there";

/**
 * external_api.js makes its frame itself, and hands it to its parent's `appendChild` (docs/jitsi.md §1.4): the last moment at which
 * can be said what the frame's first request tells of the page.
 */
function setReferrer(host: HTMLElement, policy: ReferrerPolicy): void {
  host.appendChild = (node) => {
    host.append(Object.assign(node, { referrerPolicy: policy }));
    return node;
  };
}

/** Embeds by the operator's own external_api.js (`mode: api`), once a page. */
export const connectByApi: Connect = async ({ embed, nonce }, signal) => {
  const { domain, origin, integrity, referrerPolicy = 'no-referrer' } = embed.operator;
  const url = scriptUrl(embed.operator);
  const loaded = await loadExternalApi({ url, nonce, integrity, referrerPolicy }, signal);
  if (typeof loaded === 'string') return { code: loaded, message: loaded === 'policy' ? NO_TYPES : `${url} ${FAULTS[loaded]}` };
  const Api: JitsiApiConstructor = loaded;
  return (options) => {
    setReferrer(options.host, referrerPolicy);
    const api = new Api(domain, constructorOptions(options));
    if (origin.startsWith('http:') && api.getIFrame().src.startsWith('https:')) {
      api.dispose();
      throw new Error('external_api.js opens https alone: use mode: frame');
    }
    api.getIFrame().title = options.frameTitle;
    return connectionOf(api);
  };
};
