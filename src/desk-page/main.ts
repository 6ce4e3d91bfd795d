import { render } from 'lit';
import { configOf, draftFaults } from '../desk/draft.js';
import { addStyles } from '../elements/add-styles.js';
import { noticeStyles } from '../elements/notice/notice.styles.js';
import { addServices } from '../facts/software/services.js';
import type { Texts } from '../i18n/load.js';
import { noticeTexts } from '../i18n/notice-texts.js';
import { followPreview } from './preview.js';
import { pageView } from './page-view.js';
import { de } from './texts/de.js';
import { type DeskTexts, en } from './texts/en.js';
import { fr } from './texts/fr.js';
import { type TypedName, forgetTyped, keepTyped, languageOf, readTyped } from './typed.js';

const TEXTS: Readonly<Record<string, DeskTexts>> = { en, de, fr };

/** How long what was done is told, in milliseconds. */
const TOLD = 8000;

addServices();
addStyles(document, noticeStyles);
const root = document.querySelector('#desk') as HTMLElement;
let typed = readTyped();
let status = '';
let clearing: ReturnType<typeof setTimeout> | undefined;
/** The texts of notices, by language; undefined while they are on their way. */
const notices = new Map<string, Texts | undefined>();

/** The texts of a notice in a language; draws again when they have come. */
function noticeIn(language: string): Texts | undefined {
  if (!notices.has(language)) {
    notices.set(language, undefined);
    // Without its file this language has no notice, and all else is there.
    noticeTexts(language).then((texts) => {
      notices.set(language, texts);
      draw();
    }).catch(() => notices.delete(language));
  }
  return notices.get(language);
}

function say(text: string): void {
  status = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => say(''), TOLD);
  draw();
}

function startOver(): void {
  typed = forgetTyped();
  say((TEXTS[languageOf(typed)] ?? en).startedOver);
}

function draw(): void {
  const lang = languageOf(typed);
  const t = TEXTS[lang] ?? en;
  const faults = draftFaults(typed);
  const config = faults.length === 0 && typed.preset ? configOf(typed) : undefined;
  const noticeLanguage = typed.noticeLanguage ?? lang;
  Object.assign(document.documentElement, { lang });
  document.title = t.title;
  if (config) followPreview(config);
  render(pageView({ t, lang, typed: { ...typed, language: lang }, faults, config, noticeLanguage, noticeTexts: noticeIn(noticeLanguage), status, say, startOver }), root);
}

/** Takes in whatever was typed or chosen. */
root.addEventListener('input', ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  if (!name) return;
  typed = { ...typed, [name as TypedName]: value };
  keepTyped(typed);
  draw();
});

// What stands there is for those without script.
root.replaceChildren();
draw();
