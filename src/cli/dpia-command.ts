import { type DeskLanguage, SCREENINGS } from '../desk/screening-languages.js';
import { QUESTIONS } from '../desk/screening-questions.js';
import { screen, screeningMarkdown } from '../desk/screening.js';
import { type Command, EXIT, WrongUse } from './command.js';
import { oneOfWords, readArgs, readJson } from './read-input.js';

/** Answers by the id of their question. @throws WrongUse for an id that is none, and for what is no answer */
function readAnswers(path: string): Record<string, boolean> {
  const found = readJson(path);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) throw new WrongUse(`${path}: expected an object of answers, found something else`);
  const wrong = Object.entries(found).filter(([id, answer]) => typeof answer !== 'boolean' || !QUESTIONS.some((question) => question.id === id));
  if (wrong.length > 0) throw new WrongUse(`${path}: expected true or false by the id of a question; wrong are ${wrong.map(([id]) => JSON.stringify(id)).join(', ')}`);
  return found as Record<string, boolean>;
}

/** `dpia`: screens whether a data protection impact assessment is needed. */
export const dpia: Command = {
  summary: 'whether a data protection impact assessment is needed (Art. 35 GDPR)',
  usage: 'dpia [answers.json] [--lang en, de, fr] [--format markdown, json] [--json]',
  examples: ['npx jitsi-gate dpia > questions.json', 'npx jitsi-gate dpia answers.json --lang de > screening.md'],
  run(args, io) {
    const { values, words: [path, more] } = readArgs(args, { format: { type: 'string', default: 'markdown' }, lang: { type: 'string', default: 'en' }, json: { type: 'boolean' } });
    if (more !== undefined) throw new WrongUse('name one file of answers, or none for the questions');
    const format = values.json ? 'json' : oneOfWords('format', values.format, ['markdown', 'json']);
    const { [oneOfWords('lang', values.lang, Object.keys(SCREENINGS) as DeskLanguage[])]: texts } = SCREENINGS;
    if (path === undefined) {
      io.out(`${JSON.stringify(QUESTIONS.map(({ id, criteria }) => ({ id, question: texts.questions[id][0], criteria })), null, 2)}\n`);
      return EXIT.fine;
    }
    const answers = readAnswers(path);
    io.out(format === 'json' ? `${JSON.stringify({ ...screen(answers, texts), answers }, null, 2)}\n` : screeningMarkdown(answers, texts));
    return EXIT.fine;
  },
};
