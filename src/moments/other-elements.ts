import { defineOthers } from '../elements/define-others.js';
import { warnOnce } from '../lib/warn-once.js';
import { fetchNotice, fetchOpened } from './later-loading.js';

/** Registers `<jitsi-gate-settings>` and `<jitsi-gate-notice>`, whose files are fetched where a page has one. */
export const defineOtherElements = (): void => defineOthers(
  async (element, root) => new (await fetchOpened()).SettingsDisplay(element, root),
  async (element, root) => new (await fetchNotice()).NoticeDisplay(element, root),
);

/** Opens the settings in a modal dialog; the focus returns to where it was when they are closed. */
export async function openSettings(): Promise<void> {
  try {
    await (await fetchOpened()).openSettingsDialog();
  } catch (error) {
    // The gate's own file cannot be had; the next click tries again.
    warnOnce('settings', String(error), 'error');
  }
}
