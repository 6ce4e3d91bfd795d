import { MEETING_ALLOW, type Software, pathOf } from './software.js';

/** A software that the owner describes: name, address, permissions and what it stores are the operator's (https://www.rfc-editor.org/rfc/rfc3986). */
export const other: Software = {
  name: '',
  address: ({ template = '', room }) => template.replace('{room}', () => pathOf(room)),
  allow: MEETING_ALLOW,
  stored: [],
  storedIs: 'storedUnknown',
};
