import { defineElements } from './moments/npm.js';

export { JitsiGateElement } from './elements/gate/gate-element.js';
export { JitsiGateNoticeElement } from './elements/notice/notice-element.js';
export { JitsiGateSettingsElement } from './elements/settings/settings-element.js';
// With the types of its events for elements, the document and the window.
export type { GateEvents } from './lib/events.js';

// On a server there are no elements to register; importing this there changes nothing.
if (globalThis.customElements) defineElements();
