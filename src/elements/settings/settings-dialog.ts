import { usableSite } from '../../gate/site.js';
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
  const wanted = (): Locale => resolveLocale(wantedLanguages(body, settings));
  // A language that cannot be had is wanted no more.
  while (!textsOf(wanted().language, 'more')) await loadTexts(wanted().language, 'more');
  const { language, tag, dir } = wanted();
  if (ofDocument('querySelector').call(document, 'dialog[data-jitsi-gate]')) return;
  const t = createTranslate({ ...enSettings, ...textsOf(language, 'more') }, { ...settings.messages[language], ...settings.messages[tag] });
  const dialog = document.createElement('dialog');
  dialog.setAttribute('data-jitsi-gate', '');
  dialog.setAttribute('aria-label', t('settings'));
  Object.assign(dialog, { lang: tag, dir });
  Object.assign(dialog.style, { padding: '0', border: '0', borderRadius: '14px', width: 'min(44rem, calc(100vw - 32px))', background: 'Canvas' });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = t('close');
  Object.assign(close.style, { display: 'block', minHeight: '44px', marginBlock: '12px', marginInline: 'auto 12px', padding: '0 20px', font: 'inherit' });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(document.createElement('jitsi-gate-settings'), close);
  body.append(dialog);
  dialog.showModal();
}
