import type { Criterion, QuestionId, ScreeningResult } from './screening-questions.js';

/** The texts of the screening in one language. */
export interface ScreeningTexts {
  readonly criteria: Readonly<Record<Criterion, string>>;
  readonly results: Readonly<Record<ScreeningResult, string>>;
  readonly meaning: Readonly<Record<ScreeningResult, string>>;
  /** Each question, and what is advised after a yes, for the gate and the server. */
  readonly questions: Readonly<Record<QuestionId, readonly [question: string, ...advice: readonly string[]]>>;
  readonly title: string;
  readonly result: string;
  readonly isScreening: string;
  readonly tooLow: string;
  readonly criteriaMet: string;
  readonly none: string;
  readonly whatToDo: string;
  readonly nothing: string;
  readonly answers: string;
  readonly yes: string;
  readonly no: string;
  readonly unanswered: string;
  readonly again: string;
}
