import { MEETING_ALLOW, type Software, pathOf } from './software.js';
import { entriesOf } from './stored-entry.js';

/** Galène 1.1 (https://github.com/jech/galene, static/galene.js, static/common.js): rooms are groups, also nested; no cookie, no message. */
export const galene: Software = {
  name: 'Galène',
  address: ({ origin, room }) => `${origin}/group/${pathOf(room)}/`,
  allow: MEETING_ALLOW,
  stored: entriesOf('sessionStorage', 'tab', { settings: ['settings'] }),
  storedIs: 'storedForTab',
};
