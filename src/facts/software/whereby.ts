import { MEETING_ALLOW, type Heard, type Software } from './software.js';

const MODES = { recording_status_change: 'file', streaming_status_change: 'stream', transcription_status_change: 'transcription' } as const;

function recordingOf(type: keyof typeof MODES, status: unknown): Heard | undefined {
  return status === 'started' || status === 'stopped' ? { type: 'recording', mode: MODES[type], on: status === 'started' } : undefined;
}

/**
 * Whereby (@whereby.com/browser-sdk 3.30.3, dist/embed: address, permissions and messages of its own element; https://docs.whereby.com).
 * Its page speaks only where `jsApi` is asked for. What it stores is not documented.
 */
export const whereby: Software = {
  name: 'Whereby',
  address({ origin, room, lang }) {
    const [subdomain = ''] = new URL(origin).hostname.split('.');
    const params = new URLSearchParams({ embed: '', jsApi: 'true', iframeSource: subdomain, audio: 'off', video: 'off', lang });
    return `${origin}/${encodeURIComponent(room)}?${params}`;
  },
  room: /^[^/]+$/,
  roomIs: 'a name of one part',
  allow: [...MEETING_ALLOW, 'speaker', 'media-capture', 'compute-pressure', 'screen-wake-lock'],
  stored: [],
  storedIs: 'storedUnknown',
  hear({ type, payload }) {
    const { status, removed } = Object(payload) as Readonly<Record<string, unknown>>;
    if (type === 'ready' || type === 'join') return { type: 'joined' };
    if (type === 'leave') return { type: removed === true ? 'kicked' : 'ended' };
    if (type === 'meeting_end') return { type: 'ended' };
    return Object.hasOwn(MODES, String(type)) ? recordingOf(type as keyof typeof MODES, status) : undefined;
  },
  leave: { command: 'leave_room', args: [] },
};
