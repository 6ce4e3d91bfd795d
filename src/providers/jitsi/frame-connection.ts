import { randomId } from '../../lib/random-id.js';
import { createEmbedFrame } from '../embed-frame.js';
import type { Connect, Connection, OpenOptions } from './connection.js';
import { meetingUrl } from './meeting-url.js';
import { openWire } from './wire.js';

/** The name of an event on the wire, by the name that external_api.js gives it (docs/jitsi.md §1.9). */
function wireName(event: string): string {
  return event === 'readyToClose' ? 'video-ready-to-close' : event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function open(options: OpenOptions): Connection {
  const { host, embed, settings, frameTitle } = options;
  // The page's scope is all that a message needs to be taken for the site's: nobody can guess it.
  const id = Number.parseInt(randomId().replaceAll('-', '').slice(0, 12), 16);
  const { referrerPolicy = settings.frame?.referrerPolicy } = embed.operator;
  const iframe = createEmbedFrame({ ...settings.frame, referrerPolicy, url: meetingUrl(options, id), title: frameTitle });
  host.append(iframe);
  const wire = openWire({ frame: iframe, origin: embed.operator.origin, scope: `jitsi_meet_external_api_${id}` });
  return {
    iframe,
    handle: { iframe },
    listen(event, listener) {
      const wanted = wireName(event);
      wire.onEvent((name, data) => {
        if (name === wanted) listener(data);
      });
    },
    hangUp: () => wire.command('video-hangup', false),
    toggle: (kind) => wire.command(`toggle-${kind}`),
    isMuted: async (kind) => (await wire.request(`is-${kind}-muted`)) === true,
    close() {
      wire.close();
      iframe.remove();
    },
  };
}

/** Embeds by a frame of our own and our own end of the wire (`mode: frame`): no script of the operator is in the page. */
export const connectByFrame: Connect = async () => open;
