import { MEETING_ALLOW, type Heard, type Software } from './software.js';

const MEANINGS: Readonly<Record<string, Heard>> = {
  readyToConnect: { type: 'joined' },
  joinedAudio: { type: 'joined' },
  recordingStarted: { type: 'recording', mode: 'file', on: true },
  recordingStopped: { type: 'recording', mode: 'file', on: false },
};

/**
 * BigBlueButton (https://docs.bigbluebutton.org/development/api#join): only the site's own server can sign an address. Its page says
 * something only where that address asks for it (`userdata-bbb_outside_toggle_recording`). What it stores is not documented.
 */
export const bigbluebutton: Software = {
  name: 'BigBlueButton',
  allow: MEETING_ALLOW,
  stored: [],
  storedIs: 'storedUnknown',
  mayBeSilent: true,
  hear: ({ response }) => (Object.hasOwn(MEANINGS, String(response)) ? MEANINGS[String(response)] : undefined),
};
