import { onSite, usableSite } from '../../gate/site.js';
import { createTranslate } from '../../i18n/format.js';
import { loadTexts, textsOf } from '../../i18n/load.js';
import { type Locale, resolveLocale } from '../../i18n/resolve-locale.js';
import { enSettings } from '../../i18n/settings-messages.js';
import { ofDocument } from '../../lib/of-document.js';
import { wantedLanguages } from '../wanted-languages.js';

/**
 * Opens the settings in a native modal dialog, which keeps the focus inside, closes on Escape, and gives the focus back.
 * A second call while it is open does nothing.
 */
export async function openSettingsDialog(): Promise<void> {
  const site = usableSite();
  if (!site) return;
  const { settings } = site;
  const body = ofDocument('body');
  const wanted = (): Locale => resolveLocale(wantedLanguages(body, settings), settings.messages);
  // A language that cannot be had is wanted no more.
  while (!textsOf(wanted().language, 'more')) await loadTexts(wanted().language, 'more');
  // One that is closed leaves the page a moment later.
  if (ofDocument('querySelector').call(document, 'dialog[data-jitsi-gate][open]')) return;
  const dialog = document.createElement('dialog');
  dialog.setAttribute('data-jitsi-gate', '');
  /** Names the dialog in the language of the page, once its texts are there. */
  const name = (): void => {
    const { language, tag, dir } = wanted();
    const texts = textsOf(language, 'more');
    if (!texts) return void loadTexts(language, 'more').then(name);
    const t = createTranslate({ ...enSettings, ...texts }, { ...settings.messages[language], ...settings.messages[tag] });
    dialog.setAttribute('aria-label', t('settings'));
    // What is inside stands in this language, and hears of a change.
    if (dialog.lang !== tag) Object.assign(dialog, { lang: tag, dir });
  };
  name();
  const stop = onSite(name);
  // The settings bring their own ground and border, and scroll inside them.
  Object.assign(dialog.style, { padding: '0', border: '0', width: 'min(44rem, calc(100vw - 32px))', maxHeight: 'none', overflow: 'visible', background: 'none' });
  dialog.addEventListener('close', () => {
    stop();
    dialog.remove();
  });
  const shown = document.createElement('jitsi-gate-settings');
  shown.style.maxHeight = 'calc(100vh - 32px)';
  dialog.append(shown);
  body.append(dialog);
  dialog.showModal();
}
