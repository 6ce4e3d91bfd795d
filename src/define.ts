import { defineElements } from './elements/define-elements.js';

export { JitsiGateElement } from './elements/gate-element.js';
export { JitsiGateSettingsElement } from './elements/settings-element.js';

// On a server there are no elements to register; importing this there changes nothing.
if (globalThis.customElements) defineElements();
