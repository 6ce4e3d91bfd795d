import { type TemplateResult, html } from 'lit';
import type { ConfigInput } from '../config/schema.js';
import { type Advice, adviseOn } from '../desk/advice.js';
import { roomOf } from '../desk/draft.js';
import { HEADER_FORMATS, type HeaderFormat } from '../desk/header-formats.js';
import { pageMarkup } from '../desk/markup.js';
import { mergePolicy } from '../desk/merge-policy.js';
import { noticeHtml } from '../desk/notice-html.js';
import { noticeMarkdown } from '../desk/notice-markdown.js';
import { contentPolicy, deskSettings, permissionsPolicy, policyText } from '../desk/policy.js';
import { noticeView } from '../elements/notice/notice-view.js';
import type { Texts } from '../i18n/load.js';
import { LANGUAGES, resolveLocale } from '../i18n/resolve-locale.js';
import { makeNotice } from '../notice/make-notice.js';
import type { Notice } from '../notice/notice.js';
import { idOf, selectView } from './field-view.js';
import { type Say, outputView } from './output-view.js';
import type { DeskTexts } from './texts/en.js';
import type { Typed } from './typed.js';

/** What results are drawn from: a configuration that can be used. */
export interface ResultsLook {
  readonly t: DeskTexts;
  readonly typed: Typed;
  readonly config: ConfigInput;
  /** The language of the notice, and its texts; undefined until they are there. */
  readonly noticeLanguage: string;
  readonly noticeTexts: Texts | undefined;
  readonly say: Say;
}

/** What the page says of an advice; one that cannot follow from its questions stands in its own words. */
const adviceText = (t: DeskTexts, { id, problem }: Advice): string => (t as Readonly<Record<string, string>>)[`advice_${id}`] ?? problem;

function adviceView({ t, config }: ResultsLook): TemplateResult {
  const found = adviseOn(config);
  return html`<h3>${t.advice}</h3>${found.length === 0 ? html`<p>${t.adviceNone}</p>` : html`<ul id="advice">${found.map((one) => html`<li>${adviceText(t, one)}</li>`)}</ul>`}`;
}

function markupView({ t, typed, config, say }: ResultsLook): TemplateResult {
  const label = typed['alternatives.label']?.trim();
  const url = typed['alternatives.url']?.trim();
  const words = { room: roomOf(typed), label: typed.label?.trim(), alternative: label && url ? { label, url } : undefined };
  return html`
    <h3>${t.markup}</h3><p>${t.markupHow}</p>
    ${outputView({ file: 'meeting.html', text: pageMarkup(config, typed.src?.trim() || '/assets/jitsi-gate.js', words), label: t.markup }, t, say)}
    <details><summary>${t.config}</summary><p>${t.configHow}</p>
    ${outputView({ file: 'jitsi-gate.config.json', text: `${JSON.stringify(config, null, 2)}\n`, label: t.config }, t, say)}</details>`;
}

function headersView({ t, typed, config, say }: ResultsLook): TemplateResult {
  const formats = Object.keys(HEADER_FORMATS) as HeaderFormat[];
  const format = formats.find((one) => one === typed.headersFor) ?? 'plain';
  const src = typed.src?.trim() ?? '';
  // A file on another host is let in as well.
  const settings = deskSettings({ ...config, .../^(?:https?:)?\/\//.test(src) && { files: src } });
  const ours = contentPolicy(settings, { form: 'hosts' });
  const merge = typed.merge?.replace(/^\s*content-security-policy\s*:/i, '').trim();
  const made = { contentSecurityPolicy: policyText(merge ? mergePolicy(merge, ours) : ours), permissionsPolicy: permissionsPolicy(settings) };
  return html`
    <h3>${t.headers}</h3><p>${t.headersHow}</p>
    <p class="field"><label for=${idOf('headersFor')}>${t.headersFor}</label>${selectView({ name: 'headersFor', choices: formats.map((one) => [one, t[`format_${one}`]] as const), value: format })}</p>
    <p class="field"><label for=${idOf('merge')}>${t.merge}</label><input id=${idOf('merge')} name="merge" dir="ltr" autocomplete="off" spellcheck="false" .value=${typed.merge ?? ''}></p>
    ${outputView({ file: 'headers.txt', text: HEADER_FORMATS[format](made), label: t.headers }, t, say)}`;
}

/** The notice in its language; undefined until its texts are there. */
function noticeOf({ config, noticeLanguage, noticeTexts }: ResultsLook): Notice | undefined {
  const { tag: lang, dir } = resolveLocale([noticeLanguage], {});
  return noticeTexts && makeNotice({ settings: deskSettings(config), lang, dir, texts: noticeTexts });
}

function noticeResult(look: ResultsLook): TemplateResult {
  const { t, typed, noticeLanguage, say } = look;
  const notice = noticeOf(look);
  const names = new Intl.DisplayNames([typed.language ?? 'en'], { type: 'language' });
  const isMarkdown = typed.noticeFormat === 'markdown';
  return html`
    <h3>${t.notice}</h3><p>${t.noticeHow}</p>
    <p class="field"><label for=${idOf('noticeLanguage')}>${t.noticeLanguage}</label>${selectView({ name: 'noticeLanguage', choices: LANGUAGES.map((one) => [one, names.of(one) ?? one] as const), value: noticeLanguage })}</p>
    <p class="field"><label for=${idOf('noticeFormat')}>${t.noticeFormat}</label>${selectView({ name: 'noticeFormat', choices: [['html', 'HTML'], ['markdown', 'Markdown']], value: isMarkdown ? 'markdown' : 'html' })}</p>
    ${notice ? html`
      ${outputView({ file: isMarkdown ? 'meetings.md' : 'meetings.html', text: isMarkdown ? noticeMarkdown(notice) : noticeHtml(notice), label: t.notice }, t, say)}
      <details><summary>${t.noticeLook}</summary>${noticeView(notice, 4)}</details>` : ''}`;
}

/** Everything that an owner takes along, but the screening. */
export function resultsView(look: ResultsLook): TemplateResult {
  return html`${adviceView(look)}${markupView(look)}${headersView(look)}${noticeResult(look)}`;
}
