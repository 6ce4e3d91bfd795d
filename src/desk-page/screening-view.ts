import { type TemplateResult, html } from 'lit';
import { QUESTIONS } from '../desk/screening-questions.js';
import { SCREENINGS, type DeskLanguage } from '../desk/screening-languages.js';
import { screen, screeningMarkdown } from '../desk/screening.js';
import { type Say, outputView } from './output-view.js';
import type { DeskTexts } from './texts/en.js';
import { type Typed, answersOf } from './typed.js';

/** The questions of the screening, what follows from the answers, and the report. */
export function screeningView({ t, lang, typed, say }: { t: DeskTexts; lang: DeskLanguage; typed: Typed; say: Say }): TemplateResult {
  const { [lang]: texts } = SCREENINGS;
  const answers = answersOf(typed);
  const found = screen(answers, texts);
  const words = [texts.meaning[found.result], ...found.unanswered.length > 0 ? [texts.tooLow.replace('{count}', String(found.unanswered.length))] : []].join(' ');
  const radio = (id: string, value: 'yes' | 'no'): TemplateResult => (
    html`<label><input type="radio" name="answer.${id}" value=${value} .checked=${typed[`answer.${id}`] === value}> ${texts[value]}</label>`);
  return html`
    <p>${t.screeningHow}</p>
    ${QUESTIONS.map(({ id }) => html`<fieldset class="question"><legend>${texts.questions[id][0]}</legend>${radio(id, 'yes')} ${radio(id, 'no')}</fieldset>`)}
    <p role="status" id="screening-result"><strong>${texts.result}: ${texts.results[found.result]}.</strong> ${words}</p>
    <p>${texts.isScreening}</p>
    ${found.advice.length > 0 ? html`<h4>${texts.whatToDo}</h4><ul>${found.advice.flatMap(({ advice }) => advice).map((line) => html`<li>${line}</li>`)}</ul>` : ''}
    ${outputView({ file: 'screening.md', text: screeningMarkdown(answers, texts), label: 'Markdown' }, t, say)}
    ${outputView({ file: 'screening.json', text: `${JSON.stringify({ ...found, answers }, null, 2)}\n`, label: 'JSON' }, t, say)}`;
}
