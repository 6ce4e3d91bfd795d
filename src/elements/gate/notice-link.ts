import { textIn } from '../../config/text-in.js';
import { linkView } from '../link-view.js';
import type { Look } from './first-facts.js';

/** A link to the site's privacy notice, in the language of the gate. */
export function noticeLink({ t, lang, settings }: Pick<Look, 't' | 'lang' | 'settings'>): HTMLElement {
  return linkView(textIn(settings.privacyUrl, lang), t('privacyNotice'));
}
