import type { GateContext } from '../gate/context.js';
import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';

/** What a click on opens the settings. */
export const SETTINGS_LINKS = '[data-jitsi-settings]';

/** Opens the settings in a modal dialog; the focus returns to where it was when they are closed. */
export async function openSettings(): Promise<void> {
  try {
    const { openSettingsDialog } = await import('../elements/settings-dialog.js');
    await openSettingsDialog();
  } catch (error) {
    // The gate's own file cannot be had; the next click tries again.
    warnOnce('settings', String(error), 'error');
  }
}

/** Opens the settings on clicks, and looks again at what is stored when the browser thaws the page. Returns how to stop. */
export function watchPage({ ledger }: GateContext): () => void {
  const click = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? Element.prototype.closest.call(event.target, SETTINGS_LINKS) : null;
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    void openSettings();
  };
  // A frozen page hears nothing of what other tabs do (back/forward cache).
  const show = (event: PageTransitionEvent): void => {
    if (event.persisted) ledger.refresh();
  };
  window.addEventListener('click', click);
  window.addEventListener('pageshow', show);
  return () => {
    window.removeEventListener('click', click);
    window.removeEventListener('pageshow', show);
    (ofDocument('querySelector').call(document, 'dialog[data-jitsi-gate]') as HTMLDialogElement | null)?.close();
  };
}
