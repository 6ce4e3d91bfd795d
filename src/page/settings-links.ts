import { ofDocument } from '../lib/of-document.js';

/** A click on one of these opens the settings. */
export const SETTINGS_LINKS = '[data-jitsi-settings]';

/** Opens the settings on clicks. Returns how to stop. */
export function watchSettingsLinks(openSettings: () => Promise<void>): () => void {
  const click = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? Element.prototype.closest.call(event.target, SETTINGS_LINKS) : null;
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    void openSettings();
  };
  window.addEventListener('click', click);
  return () => {
    window.removeEventListener('click', click);
    (ofDocument('querySelector').call(document, 'dialog[data-jitsi-gate]') as HTMLDialogElement | null)?.close();
  };
}
