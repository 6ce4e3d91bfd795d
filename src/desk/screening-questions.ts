/** What a question stands for: one of Art. 35(3) GDPR, or one of the nine criteria of WP248 rev.01 (docs/law.md R120). */
export type Criterion = 'art35-3a' | 'art35-3b' | 'art35-3c' | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** What a yes to each question counts for (docs/law.md R120); nothing where it leads to advice alone. */
const COUNTS = {
  'decides-about-people': ['art35-3a', 1, 2],
  'sensitive-large-scale': ['art35-3b', 4, 5],
  'public-area': ['art35-3c', 3, 5],
  'patients': [4, 7],
  'secrecy': [4],
  'staff': [7],
  'interviews': [1],
  'children': [7],
  'dependent': [7],
  'many-people': [5],
  'livestream': [5],
  'recorded': [3, 4],
  'transcribed': [4, 8],
  'monitored': [3],
  'combined': [6],
  'ai': [1, 8],
  'only-way': [9],
  'public-authority': [],
  'outside-eea': [],
  'public-server': [],
  'no-contract': [],
  'third-parties': [],
  'files': [],
  'telephone': [],
  'guessable-rooms': [],
} as const satisfies Readonly<Record<string, readonly Criterion[]>>;

export type QuestionId = keyof typeof COUNTS;

/** The questions about the meetings of a site, in the order in which they are asked, each to be answered with yes or no. */
export const QUESTIONS = Object.entries(COUNTS).map(([id, criteria]) => ({ id: id as QuestionId, criteria: criteria as readonly Criterion[] }));

/** All criteria: the three cases of Art. 35(3), and the nine. */
export const CRITERIA: readonly Criterion[] = ['art35-3a', 'art35-3b', 'art35-3c', 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What follows from the answers. */
export type ScreeningResult = 'document' | 'recommended' | 'required in most cases' | 'required';
