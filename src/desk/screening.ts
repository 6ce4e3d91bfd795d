import { enScreening } from './screening-en.js';
import { CRITERIA, type Criterion, QUESTIONS, type QuestionId, type ScreeningResult } from './screening-questions.js';
import type { ScreeningTexts } from './screening-texts.js';

/** What follows from answers. It never says that anything is compliant. */
export interface Screening {
  readonly result: ScreeningResult;
  readonly criteria: readonly Criterion[];
  readonly advice: readonly { readonly id: QuestionId; readonly advice: readonly string[] }[];
  /** Questions that were not answered. They count as yes for nothing, and the result may be too low. */
  readonly unanswered: readonly QuestionId[];
}

/** Answers by the id of their question. */
export type Answers = Readonly<Record<string, boolean>>;

function resultOf(criteria: readonly Criterion[]): ScreeningResult {
  if (criteria.some((criterion) => typeof criterion === 'string')) return 'required';
  if (criteria.length === 0) return 'document';
  return criteria.length === 1 ? 'recommended' : 'required in most cases';
}

/** Screens whether a data protection impact assessment is needed: Art. 35(3) first, then how many of the nine criteria are met. */
export function screen(answers: Answers, { questions }: Pick<ScreeningTexts, 'questions'> = enScreening): Screening {
  const met = QUESTIONS.filter(({ id }) => Object.hasOwn(answers, id) && answers[id]);
  const criteria = CRITERIA.filter((criterion) => met.some((one) => one.criteria.includes(criterion)));
  const advice = met.map(({ id }) => ({ id, advice: questions[id].slice(1) }));
  return {
    result: resultOf(criteria),
    criteria,
    advice: advice.filter((one) => one.advice.length > 0),
    unanswered: QUESTIONS.map(({ id }) => id).filter((id) => !Object.hasOwn(answers, id)),
  };
}

/** The report in Markdown. */
export function screeningMarkdown(answers: Answers, texts: ScreeningTexts = enScreening): string {
  const { result, criteria, advice, unanswered } = screen(answers, texts);
  const answerOf = (id: QuestionId): string => (unanswered.includes(id) ? texts.unanswered : answers[id] ? texts.yes : texts.no);
  return [
    `# ${texts.title}`,
    `${texts.result}: **${texts.results[result]}**. ${texts.meaning[result]}`,
    texts.isScreening,
    ...unanswered.length > 0 ? [texts.tooLow.replace('{count}', String(unanswered.length))] : [],
    `## ${texts.criteriaMet}`,
    criteria.map((criterion) => `- ${typeof criterion === 'number' ? `${criterion}. ` : ''}${texts.criteria[criterion]}`).join('\n') || texts.none,
    `## ${texts.whatToDo}`,
    advice.map((one) => `- ${texts.questions[one.id][0]}\n${one.advice.map((line) => `  - ${line}`).join('\n')}`).join('\n') || texts.nothing,
    `## ${texts.answers}`,
    QUESTIONS.map(({ id }) => `- ${texts.questions[id][0]} **${answerOf(id)}**`).join('\n'),
    texts.again,
  ].join('\n\n').concat('\n');
}
