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
export const budgets = { entry: 1600, firstLook: 18_000, single: 20_000, npm: 9000 } as const;

/**
 * Budgets that are not met yet, with the size that must not be exceeded meanwhile. The single file holds lit-html (3.1 kB),
 * zod (5.4 kB) and everything that the other ways in load later or never: the check, the details, the meeting.
 */
export const ceilings: { readonly [name in keyof typeof budgets]?: number } = { single: 49_000 };

/** What a row is about, before anything is measured. `lost` names what the imports lead to but the build lacks. */
interface Subject {
  readonly name: string;
  readonly files: readonly string[];
  readonly budget?: number;
  readonly ceiling?: number | undefined;
  readonly lost?: readonly string[];
}

/** Measures the built files against their budgets and lists, without a budget, what loads after the first look. */
export function measureSizes(dist = join(repoRoot, 'dist')): SizeRow[] {
  const script = scriptFiles(dist);
  const npm = moduleFiles(dist, ['index.js', 'define.js']);
  const later = script.later.filter((file) => !script.missing.includes(file));
  const subjects: Subject[] = [
    { name: 'script-tag entry', files: ['jitsi-gate.js'], budget: budgets.entry },
    { name: 'entry and chunks until the first gate shows', files: script.firstLook, budget: budgets.firstLook, lost: script.missing },
    { name: 'everything in one file', files: ['jitsi-gate.single.js'], budget: budgets.single, ceiling: ceilings.single },
    { name: 'npm modules without lit and zod', files: npm.start, budget: budgets.npm, lost: npm.later.filter((file) => !existsSync(join(dist, file))) },
    { name: 'npm modules loaded with the first gate, with details, or after a click', files: npm.later },
    ...later.map((file) => ({ name: `later: ${file}`, files: [file] })),
    ...orphans(dist, [...script.firstLook, ...later]).map((file) => ({ name: `reached by no import: ${file}`, files: [file] })),
  ];
  return subjects.map((subject) => measure(dist, subject));
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
  'entry and chunks until the first gate shows': '| until the first gate is on screen',
  'npm modules without lit and zod': '| npm modules',
  'everything in one file': '| everything in one file',
};

/** Says which sizes README quotes wrongly or not at all: it rounds to a tenth of a kilobyte. */
export function misquoted(rows: readonly SizeRow[], readme: string): string[] {
  return Object.entries(QUOTES).flatMap(([name, start]) => {
    const size = `${((rows.find((row) => row.name === name)?.bytes ?? 0) / 1000).toFixed(1)} kB`;
    const line = readme.split('\n').find((text) => text.startsWith(start)) ?? '';
    return line.split('|')[2]?.trim() === size ? [] : [`README says of "${name}": ${line.split('|')[2] ?? 'nothing'}; it is ${size}`];
  });
}
