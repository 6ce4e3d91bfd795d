import { defineSettings } from '../elements/define-settings.js';
import { fetchOpened } from './loading.js';

/** Registers `<jitsi-gate-settings>`, whose file is fetched where a page has one. */
export const defineSettingsElement = (): void => defineSettings(async (element, root) => new (await fetchOpened()).SettingsDisplay(element, root));
