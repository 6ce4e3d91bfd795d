/** What a question stands for: one of Art. 35(3) GDPR, or one of the nine criteria of WP248 rev.01 (docs/law.md R120). */
export type Criterion = 'art35-3a' | 'art35-3b' | 'art35-3c' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** A question about the meetings of a site, to be answered with yes or no. */
export interface Question {
  readonly id: string;
  readonly question: string;
  /** What a yes counts for; empty where it leads to advice alone. */
  readonly criteria: readonly Criterion[];
  /** What is advised after a yes, for the gate and the server. */
  readonly advice: readonly string[];
}

/** The nine criteria, and the three cases of Art. 35(3), in short. */
export const CRITERIA: Readonly<Record<Criterion, string>> = {
  'art35-3a': 'systematic and extensive evaluation of people, with legal or similar effect (Art. 35(3)(a))',
  'art35-3b': 'special categories of data, or data on crimes, on a large scale (Art. 35(3)(b))',
  'art35-3c': 'systematic monitoring of a public area on a large scale (Art. 35(3)(c))',
  1: 'evaluation or scoring',
  2: 'automated decisions with legal or similar effect',
  3: 'systematic monitoring',
  4: 'sensitive or highly personal data',
  5: 'data on a large scale',
  6: 'data sets that are matched or combined',
  7: 'people who are vulnerable or depend on you',
  8: 'new technology, or technology in a new way',
  9: 'people could be kept from a right or a service',
};

type Row = readonly [id: string, question: string, criteria: readonly Criterion[], ...advice: readonly string[]];

/** Sources: docs/law.md R120, and the scenarios there. */
const ROWS: readonly Row[] = [
  ['decides-about-people', 'Are people assessed or scored by what they do in meetings, and do decisions with legal or similar effect on them rest on that?', ['art35-3a', 1, 2]],
  ['sensitive-large-scale', 'Do many people speak of their health, religion, politics, sex life or crimes, as in a clinic or a whole practice network?', ['art35-3b', 4, 5]],
  ['public-area', 'Do cameras of meetings watch a place that is open to the public, on a large scale?', ['art35-3c', 3, 5]],
  ['patients', 'Are the people in your meetings patients, or in therapy?', [4, 7],
    'run your own server, or take a processor in the European Union with a contract by Art. 28',
    'name the basis by Art. 9(2)', 'take room names that nobody can guess', 'do not offer to remember the choice (remember: never)',
    'switch recording and transcription off', 'offer another way that does not use this operator'],
  ['secrecy', 'Do you have a duty of secrecy, as lawyers, counsellors or clergy have?', [4],
    'agree on secrecy with whoever runs the server', 'use a lobby, a password and end-to-end encryption', 'allow no third parties: no avatars, no shared videos, no analytics'],
  ['staff', 'Do you meet your own staff, or people who apply for work?', [7],
    'do not rest on consent alone: find another basis', 'ask the works council', 'record nothing', 'switch speaker statistics and face landmarks off'],
  ['interviews', 'Do you interview people to decide whom you take?', [1],
    'say how decisions are made, and that no machine makes them'],
  ['children', 'Are children in your meetings?', [7],
    'set audience: children', 'have children use names that are not their own', 'inform parents', 'use a lobby, and no livestream'],
  ['dependent', 'Are there other people who depend on you, or can hardly refuse: pupils, residents, asylum seekers?', [7],
    'offer an equal way to take part without this operator'],
  ['many-people', 'Do more than some hundred people take part, or a large part of a town, a trade or a group?', [5],
    'let the audience watch only', 'say how long the chat is kept'],
  ['livestream', 'Are meetings streamed to a platform?', [5],
    'name that platform, its country and what protects data there (recipients)', 'set livestream: possible or always'],
  ['recorded', 'Are meetings recorded?', [3, 4],
    'ask everybody for each recording (recordingPolicy: ask)', 'tell those who come later', 'list who may see it, and delete it by a date', 'offer to take part without being recorded'],
  ['transcribed', 'Are meetings written down or summed up by a machine?', [4, 8],
    'name who does it, and in which country (recipients)', 'have it not used for training', 'leave it off by default'],
  ['monitored', 'Is it watched who was there, for how long, or how much they spoke, time and again?', [3],
    'switch speaker statistics off', 'keep no log of who was there longer than you need'],
  ['combined', 'Are data of meetings combined with others, like a customer list, learning results or a health record?', [6],
    'write down what is combined with what, and why'],
  ['ai', 'Is there face, mood or voice analysis, or another use of machine learning besides a blurred background?', [1, 8],
    'leave it off, or assess it on its own'],
  ['only-way', 'Is the meeting the only way to a service or a right: an appointment, an exam, a hearing, a vote?', [9],
    'offer another way of equal value (alternatives)'],
  ['public-authority', 'Are you a public authority?', [],
    'set audience: public-authority', 'do not rest on Art. 49 for transfers', 'run your own server', 'offer another channel'],
  ['outside-eea', 'Is the operator, its host or another recipient outside the European Economic Area?', [],
    'state the tool for the transfer (transfer.tool), with its evidence', 'assess the law there', 'look whether an operator in the EEA would do'],
  ['public-server', 'Do you use meet.jit.si?', [],
    'its host signs in with Google, GitHub or Facebook', 'take a server of your own, or one with a contract by Art. 28'],
  ['no-contract', 'Is there no contract with whoever runs the server (Art. 28 or 26)?', [],
    'make one; without it the operator is a controller of its own, and has to be named as one (role)'],
  ['third-parties', 'Does the server use analytics, crash reports, avatars by Gravatar, shared YouTube videos, or STUN servers of others?', [],
    'switch them off in config.js', 'declare those that stay (recipients, hosts, analytics)'],
  ['files', 'Are files, polls or chats kept after the meeting?', [],
    'say how long (retention), and who deletes them'],
  ['telephone', 'Can people dial in by telephone?', [],
    'name the carrier among the recipients'],
  ['guessable-rooms', 'Can rooms be guessed, or entered without a lobby or a password?', [],
    'take names from createRoomName()', 'use a lobby or tokens'],
];

/** The questions, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = ROWS.map(([id, question, criteria, ...advice]) => ({ id, question, criteria, advice }));

export type ScreeningResult = 'document' | 'recommended' | 'required in most cases' | 'required';

/** What follows from answers. It never says that anything is compliant. */
export interface Screening {
  readonly result: ScreeningResult;
  readonly criteria: readonly Criterion[];
  readonly advice: readonly { readonly id: string; readonly advice: readonly string[] }[];
  /** Questions that were not answered. They count as yes for nothing, and the result may be too low. */
  readonly unanswered: readonly string[];
}

function resultOf(criteria: readonly Criterion[]): ScreeningResult {
  if (criteria.some((criterion) => typeof criterion === 'string')) return 'required';
  if (criteria.length === 0) return 'document';
  return criteria.length === 1 ? 'recommended' : 'required in most cases';
}

/** Screens whether a data protection impact assessment is needed: Art. 35(3) first, then how many of the nine criteria are met. */
export function screen(answers: Readonly<Record<string, boolean>>): Screening {
  const met = QUESTIONS.filter(({ id }) => Object.hasOwn(answers, id) && answers[id]);
  const criteria = (Object.keys(CRITERIA) as string[]).map((key): Criterion => (/^\d$/.test(key) ? Number(key) : key) as Criterion).filter((criterion) => met.some((one) => one.criteria.includes(criterion)));
  return {
    result: resultOf(criteria),
    criteria: [...criteria.filter((one) => typeof one === 'string'), ...criteria.filter((one) => typeof one === 'number')],
    advice: met.filter(({ advice }) => advice.length > 0).map(({ id, advice }) => ({ id, advice })),
    unanswered: QUESTIONS.filter(({ id }) => !Object.hasOwn(answers, id)).map(({ id }) => id),
  };
}

const MEANING: Readonly<Record<ScreeningResult, string>> = {
  document: 'No criterion is met. Keep this page, and why you need no assessment.',
  recommended: 'One criterion is met. One can be enough: an assessment is recommended.',
  'required in most cases': 'Two or more criteria are met. In most cases an assessment is required.',
  required: 'Art. 35(3) GDPR names this case: an assessment is required.',
};

/** The report in Markdown. */
export function screeningMarkdown(answers: Readonly<Record<string, boolean>>): string {
  const { result, criteria, advice, unanswered } = screen(answers);
  const words = new Map(QUESTIONS.map(({ id, question }) => [id, question]));
  const answerOf = (id: string): string => (unanswered.includes(id) ? 'not answered' : answers[id] ? 'yes' : 'no');
  return [
    '# Is a data protection impact assessment needed?',
    `Result: **${result}**. ${MEANING[result]}`,
    'This is a screening and no legal advice. Also look at the list of your own authority (Art. 35(4) GDPR), and ask your data protection officer.',
    ...unanswered.length > 0 ? [`${unanswered.length} questions are not answered; the result may be too low.`] : [],
    '## Criteria that are met',
    criteria.map((criterion) => `- ${typeof criterion === 'number' ? `${criterion}. ` : ''}${CRITERIA[criterion]}`).join('\n') || 'None.',
    '## What to do',
    advice.map((one) => `- ${words.get(one.id) ?? ''}\n${one.advice.map((line) => `  - ${line}`).join('\n')}`).join('\n') || 'Nothing beyond what the configuration says.',
    '## Answers',
    QUESTIONS.map(({ id, question }) => `- ${question} **${answerOf(id)}**`).join('\n'),
    'Screen again when the purpose, the operator, its hosts, recording or the audience change, and at least once a year.',
  ].join('\n\n').concat('\n');
}
