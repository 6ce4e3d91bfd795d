import { enDetails } from './detail-messages.js';
import { type Texts, loadTexts, textsOf } from './load.js';
import { en } from './messages.js';
import { NOTICE_LOCALES } from './notice-locales.js';
import { enNotice } from './notice-messages.js';
import { enSettings } from './settings-messages.js';
import { SOFTWARE_LOCALES } from './software-locales.js';
import { enSoftware } from './software-messages.js';

const english: Texts = { ...en, ...enDetails, ...enSettings, ...enSoftware, ...enNotice };

/** All texts that a privacy notice is made of, in a language; those that it lacks in English. Rejects where their files cannot be had. */
export async function noticeTexts(language: string): Promise<Texts> {
  const [first, more, software, notice] = await Promise.all([
    loadTexts(language, 'first').then(() => textsOf(language, 'first')),
    loadTexts(language, 'more').then(() => textsOf(language, 'more')),
    SOFTWARE_LOCALES[language]?.(),
    NOTICE_LOCALES[language]?.(),
  ]);
  return { ...english, ...first, ...more, ...software?.software, ...notice?.notice };
}
