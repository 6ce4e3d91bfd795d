import { describe, expect, it } from 'vitest';
import { type Heard, type OnRecord, connect, noteOf } from '../../src/cmp/connect.js';

/**
 * The table of who decides. Rows: what is on record at the gate. Columns: what the platform says, and what it was seen to say before.
 * `g` puts its yes on record, `w` withdraws, `.` changes nothing.
 */
const ANSWERS = ['granted', 'denied', 'unknown'] as const;
/** What it said before on this page view; `none` the first time. */
const BEFORE = ['none', 'unknown', 'denied', 'granted'] as const;

/** On record: decision, source, whether it counts. The latter is false for what has run out, other terms, or a yes for once of an earlier visit. */
const RECORDS: Readonly<Record<string, Pick<OnRecord, 'record' | 'standing'>>> = {
  'nothing': { record: undefined, standing: 'none' },
  'visitor: yes': { record: { decision: 'granted', source: 'visitor' }, standing: 'granted' },
  'visitor: yes that no longer counts': { record: { decision: 'granted', source: 'visitor' }, standing: 'none' },
  'visitor: no': { record: { decision: 'declined', source: 'visitor' }, standing: 'declined' },
  'visitor: no that no longer counts': { record: { decision: 'declined', source: 'visitor' }, standing: 'none' },
  'visitor: withdrawn': { record: { decision: 'withdrawn', source: 'visitor' }, standing: 'none' },
  'platform: yes': { record: { decision: 'granted', source: 'cmp' }, standing: 'granted' },
  'platform: yes that no longer counts': { record: { decision: 'granted', source: 'cmp' }, standing: 'none' },
  'platform: withdrawn': { record: { decision: 'withdrawn', source: 'cmp' }, standing: 'none' },
  'script: yes': { record: { decision: 'granted', source: 'api' }, standing: 'granted' },
  'script: withdrawn': { record: { decision: 'withdrawn', source: 'api' }, standing: 'none' },
};

/** For each record, three groups (yes, no, not answered), each for BEFORE in that order. The visitor has pressed something on this page. */
const TABLE: Readonly<Record<string, string>> = {
  //                                      yes    no     not answered
  'nothing':                             'ggg.  ....  ....',
  'visitor: yes':                        '....  .w.w  ....',
  'visitor: yes that no longer counts':  '.gg.  ....  ....',
  'visitor: no':                         '.gg.  ....  ....',
  'visitor: no that no longer counts':   '.gg.  ....  ....',
  'visitor: withdrawn':                  '.gg.  ....  ....',
  'platform: yes':                       '....  ww.w  ..ww',
  'platform: yes that no longer counts': '.gg.  ....  ....',
  'platform: withdrawn':                 'ggg.  ....  ....',
  'script: yes':                         '....  .w.w  ....',
  'script: withdrawn':                   '.gg.  ....  ....',
};

const SIGNS = { grant: 'g', withdraw: 'w' } as const;

function rowOf(record: string, heard: Partial<Heard> = {}, on: Partial<OnRecord> = {}): string {
  return ANSWERS.map((answer) => BEFORE.map((before) => {
    const act = connect(
      { answer, before: before === 'none' ? undefined : before, isWord: false, isActive: true, isSettled: false, ...heard },
      { ...RECORDS[record] as OnRecord, mayRemember: true, noted: undefined, ...on },
    );
    return act ? SIGNS[act] : '.';
  }).join('')).join('  ');
}

describe('whoever decided last decides', () => {
  it('has a row for every record', () => expect(Object.keys(TABLE)).toEqual(Object.keys(RECORDS)));

  it.each(Object.entries(TABLE))('%s', (record, row) => expect(rowOf(record)).toBe(row));

  it('takes no yes for a new one on a page where the visitor has pressed nothing, unless it was a no before', () => {
    for (const record of ['visitor: no', 'visitor: withdrawn', 'platform: yes that no longer counts']) expect(rowOf(record, { isActive: false })).toBe('..g.  ....  ....');
    expect(rowOf('visitor: yes', { isActive: false })).toBe('....  ...w  ....');
    // Where nothing stands against it, it need not be new.
    expect(rowOf('nothing', { isActive: false })).toBe('ggg.  ....  ....');
    expect(rowOf('platform: yes', { isActive: false })).toBe('....  ww.w  ..ww');
  });

  it('takes every answer for a new one that the platform says the visitor has just given', () => {
    for (const record of ['visitor: no', 'visitor: withdrawn', 'visitor: yes that no longer counts', 'platform: yes that no longer counts']) expect(rowOf(record, { isWord: true })).toBe('gggg  ....  ....');
    expect(rowOf('visitor: yes', { isWord: true })).toBe('....  wwww  ....');
    // A reset is no decision against a yes at the gate.
    expect(rowOf('script: yes', { isWord: true })).toBe('....  wwww  ....');
  });

  it('takes a yes for a new one that was seen to be a no on an earlier page view, and the other way round', () => {
    expect(rowOf('visitor: withdrawn', {}, { noted: 'denied' })).toBe('ggg.  ....  ....');
    expect(rowOf('visitor: withdrawn', {}, { noted: 'granted' })).toBe('.gg.  ....  ....');
    expect(rowOf('visitor: yes', {}, { noted: 'granted' })).toBe('....  ww.w  ....');
    expect(rowOf('visitor: yes', {}, { noted: 'denied' })).toBe('....  .w.w  ....');
    expect(rowOf('platform: yes that no longer counts', {}, { noted: 'denied' })).toBe('ggg.  ....  ....');
  });

  it('takes nothing for news that it said before on this page view, unless it says that the visitor has just decided', () => {
    for (const record of Object.keys(RECORDS)) for (const same of ANSWERS) expect(connect({ answer: same, before: same, isWord: false, isActive: true, isSettled: false }, { ...RECORDS[record] as OnRecord, mayRemember: true, noted: undefined })).toBeUndefined();
  });

  it('ends a yes of the platform that it does not know any more, once it has had its time to read what it keeps', () => {
    expect(rowOf('platform: yes', { isSettled: true })).toBe('....  ww.w  wwww');
    expect(rowOf('visitor: yes', { isSettled: true })).toBe('....  .w.w  ....');
    expect(rowOf('nothing', { isSettled: true })).toBe('ggg.  ....  ....');
  });

  it('takes no yes where visitors are never remembered, and ends one that was taken before', () => {
    for (const record of Object.keys(RECORDS)) expect(rowOf(record, {}, { mayRemember: false })).not.toContain('g');
    expect(rowOf('platform: yes', {}, { mayRemember: false })).toBe('www.  ww.w  ..ww');
    expect(rowOf('visitor: yes', {}, { mayRemember: false })).toBe('....  .w.w  ....');
  });
});

describe('what is noted for the next page view', () => {
  it.each([
    ['nothing', '...'],
    ['visitor: yes', 'gd.'],
    ['visitor: withdrawn', 'gd.'],
    ['platform: yes', '.d.'],
    ['platform: yes that no longer counts', '.d.'],
    ['platform: withdrawn', 'g..'],
  ])('is what the record does not tell: %s', (record, row) => {
    const notes = ANSWERS.map((answer) => noteOf(answer, RECORDS[record]?.record)?.[0] ?? '.');
    expect(notes.join('')).toBe(row);
  });
});
