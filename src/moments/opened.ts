/** The details or the settings are opened. */
export { showDetails } from '../elements/gate/details-view.js';
export { SettingsDisplay } from '../elements/settings/settings-display.js';
export { openSettingsDialog } from '../elements/settings/settings-dialog.js';
