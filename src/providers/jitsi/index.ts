import type { Provider } from '../provider.js';
import { runMeeting } from './meeting.js';

/** The provider for servers that run Jitsi Meet, by their own external_api.js. */
export const jitsi: Provider = { run: runMeeting };
