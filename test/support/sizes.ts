import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { moduleFiles, scriptFiles } from './dist-graph.js';
import { repoRoot } from './repo-files.js';

/** One line of the size table. Bytes are gzip level 9, each file on its own, as a server sends them; 1 kB is 1000 bytes. */
export interface SizeRow {
  readonly name: string;
  /** Paths below dist/, in the order of discovery. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** Undefined for a row that only informs. */
  readonly budget: number | undefined;
  /** Within the budget, or within the ceiling of one that is known to be missed; files that are not there are never fine. */
  readonly ok: boolean;
  readonly note: string;
}

/** The promises about size, in bytes of gzip. */
export const budgets = { entry: 800, page: 12_300, firstLook: 12_000, beforeChoice: 20_000, single: 36_000, npm: 9000 } as const;

/** The promises for each later moment (`src/moments/`), in the order in which a page goes through them. */
export const momentBudgets: Readonly<Record<string, number>> = {
  'config-file': 500,
  'after-first-look': 7200,
  'other-software': 6500,
  'before-choice': 13_900,
  platform: 5300,
  'after-yes': 14_200,
  'other-meeting': 1600,
  opened: 6500,
  notice: 5700,
  'other-places': 1900,
  explanation: 14_550,
  owner: 9000,
};

/** The promise for the file of one consent platform, of which a page fetches its own alone. */
const BRIDGE = 800;

/** Budgets that are not met yet, with the size that must not be exceeded meanwhile. */
export const ceilings = { single: 52_050, npm: 15_050 } as const satisfies { readonly [name in keyof typeof budgets]?: number };

/** What a row is about, before anything is measured. `lost` names what the imports lead to but the build lacks. */
interface Subject {
  readonly name: string;
  readonly files: readonly string[];
  readonly budget?: number;
  readonly ceiling?: number | undefined;
  readonly lost?: readonly string[];
}

/** The name of a built file without its hash. */
const plainName = (file: string): string => file.replace(/^.*\/|-[\w-]{8}\.js$/g, '');

/** Measures the built files against their budgets and lists the languages without one. Any other file needs a budget. */
export function measureSizes(dist = join(repoRoot, 'dist')): SizeRow[] {
  const script = scriptFiles(dist);
  const isThere = (file: string): boolean => existsSync(join(dist, file));
  const fileOf = (moment: string): string => script.later.find((file) => plainName(file) === moment) ?? `jitsi-gate/${moment}-….js`;
  const npm = moduleFiles(dist, ['index.js', 'define.js']);
  const whole = (file: string): Pick<Subject, 'files' | 'lost'> => ({ files: [file], lost: moduleFiles(dist, [file]).later.filter((later) => !isThere(later)) });
  const beforeChoice = new Set([...script.firstLook, ...moduleFiles(dist, [fileOf('after-first-look')]).start]);
  const subjects: Subject[] = [
    { name: 'script-tag entry', files: ['jitsi-gate.js'], budget: budgets.entry },
    { name: 'entry and first look', files: script.firstLook, budget: budgets.firstLook, lost: script.missing },
    { name: 'all before a choice', files: [...beforeChoice], budget: budgets.beforeChoice },
    { name: 'entry and first look in one file', ...whole('jitsi-gate.page.js'), budget: budgets.page },
    { name: 'npm modules without lit and zod', files: npm.start, budget: budgets.npm, ceiling: ceilings.npm, lost: npm.later.filter((file) => !isThere(file)) },
    { name: 'everything in one file', ...whole('jitsi-gate.single.js'), budget: budgets.single, ceiling: ceilings.single },
    ...Object.entries(momentBudgets).map(([moment, budget]) => ({ name: `moment: ${moment}`, files: [fileOf(moment)], budget })),
    { name: 'npm modules loaded with the first gate or later', files: npm.later },
    ...script.later.filter(isThere).flatMap(otherFile),
    ...orphans(dist, [...script.firstLook, ...script.later]).map((file) => ({ name: `reached by no import: ${file}`, files: [file], budget: 0 })),
  ];
  return subjects.map((subject) => measure(dist, subject));
}

/** A later file that is no moment. Languages have no budget; nothing else may come without one. */
function otherFile(file: string): Subject[] {
  const name = plainName(file);
  if (Object.hasOwn(momentBudgets, name)) return [];
  if (name === 'bridge') return [{ name: `one consent platform: ${file}`, files: [file], budget: BRIDGE }];
  const isLanguage = /^(?:locales|[a-z]{2}(?:-more|-software|-notice)?)$/.test(name);
  return [isLanguage ? { name: `language: ${name}`, files: [file] } : { name: `without a budget: ${file}`, files: [file], budget: 0 }];
}

function measure(dist: string, { name, files, budget, ceiling = budget, lost = [] }: Subject): SizeRow {
  const present = files.filter((file) => existsSync(join(dist, file)));
  const missing = [...new Set([...lost, ...files.filter((file) => !present.includes(file))])];
  const bytes = present.reduce((sum, file) => sum + gzipSize(join(dist, file)), 0);
  const note = missing.length > 0 ? `not found: ${missing.join(', ')}` : '';
  return { name, files: present, bytes, budget, ok: ceiling === undefined || (note === '' && bytes <= ceiling), note };
}

function gzipSize(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).byteLength;
}

function orphans(dist: string, known: readonly string[]): string[] {
  const folder = join(dist, 'jitsi-gate');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => `jitsi-gate/${name}`)
    .filter((file) => file.endsWith('.js') && !known.includes(file));
}

/** A row as one line of text: verdict, size, budget, name, and the files where they say more than the name. */
export function formatSizeRow(row: SizeRow): string {
  const verdict = row.budget === undefined ? '      ' : !row.ok ? 'FAILED' : row.bytes <= row.budget ? 'ok    ' : 'MISSED';
  const limit = row.budget === undefined ? '' : `of ${kilobytes(row.budget)}`;
  const files = row.files.length > 1 ? `: ${row.files.join(' ')}` : '';
  const note = row.note === '' ? '' : ` (${row.note})`;
  return `${verdict} ${kilobytes(row.bytes).padStart(9)} ${limit.padEnd(11)} ${row.name}${note}${files}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

/** How README begins the line that quotes a row. */
const QUOTES: Readonly<Record<string, string>> = {
  'script-tag entry': '| on a page without a meeting',
  'entry and first look': '| until the first gate is on screen',
  'all before a choice': '| before a choice',
  'entry and first look in one file': '| entry and first look in one file',
  'npm modules without lit and zod': '| npm modules',
  'everything in one file': '| everything in one file',
};

/** Says which sizes and budgets README quotes wrongly or not at all: it rounds to a tenth of a kilobyte. */
export function misquoted(rows: readonly SizeRow[], readme: string): string[] {
  return Object.entries(QUOTES).flatMap(([name, start]) => {
    const { bytes = 0, budget = 0 } = rows.find((row) => row.name === name) ?? {};
    const right = `${(bytes / 1000).toFixed(1)} kB | ${budget / 1000} kB${bytes > budget ? ', not met yet' : ''}`;
    const line = readme.split('\n').find((text) => text.startsWith(start)) ?? '';
    const quoted = line.split('|').slice(2, 4).map((cell) => cell.trim()).join(' | ');
    return quoted === right ? [] : [`README says of "${name}": ${quoted || 'nothing'}; it is ${right}`];
  });
}
