import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptFiles } from '../support/dist-graph.js';
import { formatSizeRow, measureSizes, misquoted, type SizeRow } from '../support/sizes.js';

const built: Readonly<Record<string, string>> = {
  'jitsi-gate.js': '(()=>{const go=()=>import(`./jitsi-gate/boot-1.js`);go();const spare=()=>import("./jitsi-gate/spare-1.js")})()',
  'jitsi-gate/boot-1.js': 'import{a}from"./shared-1.js";import("./de-1.js");a()',
  'jitsi-gate/shared-1.js': 'import"./base-1.js";export const a=1;',
  'jitsi-gate/base-1.js': 'import("./meeting-1.js")',
  'jitsi-gate/meeting-1.js': 'export const m=1;',
  'jitsi-gate/de-1.js': 'export const de=1;',
  'jitsi-gate/spare-1.js': 'export const s=1;',
  'jitsi-gate/lonely-1.js': 'export const l=1;',
  'jitsi-gate.single.js': '(()=>{})()',
  'index.js': 'import{html}from"lit";export{configure}from"./configure-1.js";',
  'configure-1.js': 'import*as z from"zod/mini";export const configure=()=>import("./late-1.js");',
  'late-1.js': 'export const late=1;',
  'define.js': 'import"./configure-1.js";',
};

describe('the size table', () => {
  let dist = '';

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  };
  const row = (start: string): SizeRow | undefined => measureSizes(dist).find(({ name }) => name.startsWith(start));

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'jitsi-gate-sizes-'));
    for (const [file, text] of Object.entries(built)) write(file, text);
  });
  afterEach(() => rmSync(dist, { recursive: true, force: true }));

  it('counts for the first look the first dynamic import of the entry and its static imports', () => {
    expect(scriptFiles(dist)).toEqual({
      firstLook: ['jitsi-gate.js', 'jitsi-gate/boot-1.js', 'jitsi-gate/shared-1.js', 'jitsi-gate/base-1.js'],
      later: ['jitsi-gate/spare-1.js', 'jitsi-gate/de-1.js', 'jitsi-gate/meeting-1.js'],
      missing: [],
    });
  });

  it('counts for npm every static relative import, lists the dynamic ones apart, and follows no package', () => {
    expect(row('npm modules without')?.files).toEqual(['index.js', 'define.js', 'configure-1.js']);
    expect(row('npm modules loaded')?.files).toEqual(['late-1.js']);
  });

  it('says of a budget that is missed within its ceiling that it is missed', () => {
    write('jitsi-gate.single.js', `/*${randomBytes(23_000).toString('base64')}*/`);
    expect(row('everything')?.ok).toBe(true);
    expect(formatSizeRow(row('everything') as SizeRow)).toMatch(/^MISSED +2\d\.\d\d kB of 20\.00 kB /);
  });

  it('keeps all budgets of a small build and lists the rest without a budget', () => {
    expect(measureSizes(dist).every(({ ok }) => ok)).toBe(true);
    expect(measureSizes(dist).filter(({ budget }) => budget === undefined).map(({ name }) => name)).toEqual([
      'npm modules loaded with the first gate, with details, or after a click',
      'later: jitsi-gate/spare-1.js', 'later: jitsi-gate/de-1.js', 'later: jitsi-gate/meeting-1.js',
      'reached by no import: jitsi-gate/lonely-1.js',
    ]);
  });

  it('fails a row that is over its budget', () => {
    write('jitsi-gate.single.js', `/*${randomBytes(60_000).toString('base64')}*/`);
    expect(row('everything')?.ok).toBe(false);
    expect(formatSizeRow(row('everything') as SizeRow)).toMatch(/^FAILED +\d+\.\d\d kB of 20\.00 kB /);
  });

  it.each(['jitsi-gate.js', 'jitsi-gate/base-1.js', 'jitsi-gate.single.js', 'late-1.js'])('fails a row when %s is not there', (file) => {
    rmSync(join(dist, file));
    expect(measureSizes(dist).some((line) => !line.ok && line.note.includes('not found'))).toBe(true);
  });

  it('fails the first look when the entry loads nothing', () => {
    write('jitsi-gate.js', '(()=>{})()');
    expect(row('entry and chunks')?.ok).toBe(false);
  });

  it('finds a size that README quotes wrongly', () => {
    const rows = measureSizes(dist);
    const entry = `${((row('script-tag entry')?.bytes ?? 0) / 1000).toFixed(1)} kB`;
    const quote = (size: string): string => `| on a page without a meeting: \`jitsi-gate.js\` | ${size} | 1.6 kB |`;
    expect(misquoted(rows, quote(entry)).some((line) => line.includes('script-tag entry'))).toBe(false);
    expect(misquoted(rows, quote('9.9 kB')).some((line) => line.includes('script-tag entry'))).toBe(true);
    expect(misquoted(rows, '')).toHaveLength(4);
  });

  it('fails every budget when nothing was built', () => {
    rmSync(dist, { recursive: true });
    expect(measureSizes(dist).map(({ ok }) => ok)).toEqual([false, false, false, false, true]);
  });
});
