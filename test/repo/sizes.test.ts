import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptFiles } from '../support/dist-graph.js';
import { readRepoFile } from '../support/repo-files.js';
import { budgets, ceilings, formatSizeRow, measureSizes, misquoted, momentBudgets, type SizeRow } from '../support/sizes.js';

const HASH = '1a-2B_3c';
const MOMENTS = Object.keys(momentBudgets);
const fetchOf = (moment: string): string => `()=>import("./${moment}-${HASH}.js")`;

const built: Readonly<Record<string, string>> = {
  'jitsi-gate.js': `(()=>{const go=()=>import(\`./jitsi-gate/first-look-${HASH}.js\`);go();const spare=()=>import("./jitsi-gate/owner-${HASH}.js")})()`,
  [`jitsi-gate/first-look-${HASH}.js`]: `import{a}from"./shared-${HASH}.js";a(${MOMENTS.map(fetchOf).join()})`,
  [`jitsi-gate/shared-${HASH}.js`]: `import"./base-${HASH}.js";export const a=1;`,
  [`jitsi-gate/base-${HASH}.js`]: `import("./locales-${HASH}.js")`,
  [`jitsi-gate/locales-${HASH}.js`]: `import("./de-${HASH}.js");import("./de-more-${HASH}.js")`,
  [`jitsi-gate/de-${HASH}.js`]: 'export const de=1;',
  [`jitsi-gate/de-more-${HASH}.js`]: 'export const de=1;',
  ...Object.fromEntries(MOMENTS.map((moment) => [`jitsi-gate/${moment}-${HASH}.js`, 'export const m=1;'])),
  [`jitsi-gate/before-choice-${HASH}.js`]: `import{m}from"./after-first-look-${HASH}.js";`,
  'jitsi-gate.page.js': `(()=>{import("./jitsi-gate/opened-${HASH}.js")})()`,
  'jitsi-gate.single.js': `(()=>{import("./jitsi-gate/owner-${HASH}.js")})()`,
  'index.js': 'import{html}from"lit";export{configure}from"./configure-1.js";',
  'configure-1.js': 'import*as z from"zod/mini";export const configure=()=>import("./late-1.js");',
  'late-1.js': 'export const late=1;',
  'define.js': 'import"./configure-1.js";',
};

/** So many bytes that cannot be made smaller, nearly, as a comment. */
const filler = (bytes: number): string => `/*${randomBytes(Math.round(bytes * 0.99)).toString('base64')}*/`;

let dist = '';

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
};
const chunk = (moment: string): string => `jitsi-gate/${moment}-${HASH}.js`;
const row = (name: string): SizeRow | undefined => measureSizes(dist).find((one) => one.name === name);

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'jitsi-gate-sizes-'));
  for (const [file, text] of Object.entries(built)) write(file, text);
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

describe('the files of a row', () => {
  it('are for the first look the first dynamic import of the entry and its static imports', () => {
    const { firstLook, later, missing } = scriptFiles(dist);
    expect(firstLook).toEqual(['jitsi-gate.js', ...['first-look', 'shared', 'base'].map(chunk)]);
    expect(later.toSorted()).toEqual([...MOMENTS, 'locales', 'de', 'de-more'].map(chunk).toSorted());
    expect(missing).toEqual([]);
  });

  it('are before a choice the first look and what follows it', () => {
    expect(row('all before a choice')?.files).toEqual([...row('entry and first look')?.files ?? [], chunk('after-first-look')]);
  });

  it.each(MOMENTS)('are for a moment its own file alone: %s', (moment) => {
    expect(row(`moment: ${moment}`)?.files).toEqual([chunk(moment)]);
  });

  it('are for npm every static relative import; the dynamic ones stand apart, and no package is followed', () => {
    expect(row('npm modules without lit and zod')?.files).toEqual(['index.js', 'define.js', 'configure-1.js']);
    expect(row('npm modules loaded with the first gate or later')?.files).toEqual(['late-1.js']);
  });
});

describe('the size table', () => {
  it('keeps all budgets of a small build, and has a budget for everything but languages', () => {
    expect(measureSizes(dist).filter(({ ok }) => !ok)).toEqual([]);
    expect(measureSizes(dist).filter(({ budget }) => budget === undefined).map(({ name }) => name)).toEqual([
      'npm modules loaded with the first gate or later', 'language: locales', 'language: de', 'language: de-more',
    ]);
  });

  it.each<readonly [name: string, file: string, budget: number]>([
    ['script-tag entry', 'jitsi-gate.js', 800],
    ['entry and first look', chunk('base'), 12_000],
    ['all before a choice', chunk('after-first-look'), 20_000],
    ['entry and first look in one file', 'jitsi-gate.page.js', 12_300],
    ...Object.entries(momentBudgets).map(([moment, budget]) => [`moment: ${moment}`, chunk(moment), budget] as const),
  ])('fails a row that is over its budget: %s', (name, file, budget) => {
    write(file, `${filler(budget + 200)}${built[file] ?? ''}`);
    expect(row(name)?.ok).toBe(false);
    expect(formatSizeRow(row(name) as SizeRow)).toMatch(/^FAILED +\d+\.\d\d kB of \d+\.\d\d kB /);
  });

  it.each([
    { name: 'everything in one file', file: 'jitsi-gate.single.js', budget: budgets.single, ceiling: ceilings.single },
    { name: 'npm modules without lit and zod', file: 'define.js', budget: budgets.npm, ceiling: ceilings.npm },
  ])('says of a budget that is missed within its ceiling that it is missed, and fails above that: $name', ({ name, file, budget, ceiling }) => {
    write(file, `${filler(budget + 500)}${built[file] ?? ''}`);
    expect(row(name)?.ok).toBe(true);
    expect(formatSizeRow(row(name) as SizeRow)).toMatch(/^MISSED +\d+\.\d\d kB of \d+\.\d\d kB /);
    write(file, `${filler(ceiling + 500)}${built[file] ?? ''}`);
    expect(row(name)?.ok).toBe(false);
  });

  it.each(['jitsi-gate.js', 'jitsi-gate.page.js', 'jitsi-gate.single.js', 'late-1.js', ...['base', 'de', ...MOMENTS].map(chunk)])('fails a row when %s is not there', (file) => {
    rmSync(join(dist, file));
    expect(measureSizes(dist).some((line) => !line.ok && line.note.includes('not found'))).toBe(true);
  });

  it('fails the first look when the entry loads nothing', () => {
    write('jitsi-gate.js', '(()=>{})()');
    expect(row('entry and first look')?.ok).toBe(false);
  });

  it('fails a file that is fetched and is no moment, and one that nothing fetches', () => {
    write(chunk('base'), `import("./extra-${HASH}.js")`);
    write(chunk('extra'), 'export const e=1;');
    write(chunk('lonely'), 'export const l=1;');
    expect(row(`without a budget: ${chunk('extra')}`)?.ok).toBe(false);
    expect(row(`reached by no import: ${chunk('lonely')}`)?.ok).toBe(false);
  });

  it('fails every budget when nothing was built', () => {
    rmSync(dist, { recursive: true });
    expect(measureSizes(dist).filter(({ ok }) => ok).map(({ name }) => name)).toEqual(['npm modules loaded with the first gate or later']);
  });
});

describe('the sizes in README', () => {
  const quoteOf = (name: string): (size: string, budget?: string) => boolean => (size, budget = '0.8 kB') => (
    misquoted(measureSizes(dist), `| on a page without a meeting: \`jitsi-gate.js\` | ${size} | ${budget} |`).every((line) => !line.includes(name)));

  it('are right where size and budget are', () => {
    const size = `${((row('script-tag entry')?.bytes ?? 0) / 1000).toFixed(1)} kB`;
    const isQuoted = quoteOf('script-tag entry');
    expect([isQuoted(size), isQuoted('9.9 kB'), isQuoted(size, '0.9 kB'), isQuoted(size, '0.8 kB, not met yet')]).toEqual([true, false, false, false]);
  });

  it('say which budget is not met', () => {
    write('jitsi-gate.js', `${filler(1000)}${built['jitsi-gate.js'] ?? ''}`);
    const size = `${((row('script-tag entry')?.bytes ?? 0) / 1000).toFixed(1)} kB`;
    const isQuoted = quoteOf('script-tag entry');
    expect([isQuoted(size), isQuoted(size, '0.8 kB, not met yet')]).toEqual([false, true]);
  });

  it('are six, and each has a line', () => {
    expect(misquoted(measureSizes(dist), '')).toHaveLength(6);
    const missing = misquoted(measureSizes(dist), readRepoFile('README.md')).filter((line) => line.includes(': nothing;'));
    expect(missing).toEqual([]);
  });
});
