import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_RECORDING, RECORDING_EVENTS, activeModes, readLevels } from '../../src/providers/jitsi/recording-levels.js';

type Said = readonly [event: 'recording' | 'text', payload: unknown];

/** What is recorded after events, as the meeting sends them. */
function after(...said: readonly Said[]): string[] {
  const names = { recording: 'recordingStatusChanged', text: 'transcribingStatusChanged' };
  return activeModes(said.reduce((levels, [event, payload]) => readLevels(levels, names[event], payload), NO_RECORDING));
}

const file = (on: boolean, transcription = false): Said => ['recording', { on, mode: 'file', transcription }];
const stream = (on: boolean, transcription = false): Said => ['recording', { on, mode: 'stream', transcription }];
const text = (on: boolean): Said => ['text', { on }];

const CASES: readonly (readonly [what: string, said: readonly Said[], active: readonly string[]])[] = [
  ['nothing was said', [], []],
  ['a recording runs', [file(true)], ['file']],
  ['a recording is told twice', [file(true), file(true)], ['file']],
  ['a recording ended', [file(true), file(false)], []],
  ['the noise of a recorder that failed comes first', [file(false), file(false), file(true)], ['file']],
  ['a stream runs besides', [file(true), stream(true)], ['file', 'stream']],
  ['one of two ended', [file(true), stream(true), file(false)], ['stream']],
  ['a stream reports an error while a recording runs', [file(true), ['recording', { on: false, mode: 'stream', error: 'busy' }]], ['file']],
  ['this device records', [['recording', { on: true, mode: 'local' }]], ['local']],
  ['the recorder writes text as well', [file(true, true)], ['file', 'transcription']],
  ['the recorder and its text ended', [file(true, true), file(false)], []],
  ['the recorder stops its text and goes on', [file(true, true), file(true)], ['file']],
  ['text is written without a recording', [text(true)], ['transcription']],
  ['text without a recording is told in its odd shape as well', [text(true), stream(false, true)], ['transcription']],
  ['text in its odd shape alone', [stream(false, true)], ['transcription']],
  ['text ended, in both shapes', [text(true), stream(false, true), text(false), stream(false)], []],
  ['a recording begins while text is written', [text(true), stream(false, true), file(true)], ['file', 'transcription']],
  ['text ends while a recording goes on', [text(true), stream(false, true), file(true), text(false)], ['file']],
  ['noise comes while text is written', [text(true), file(false)], ['transcription']],
  ['a mode that nobody knows', [['recording', { on: true, mode: 'hologram' }]], ['file']],
  ['no mode at all', [['recording', { on: true }]], ['file']],
];

describe('what is recorded', () => {
  it.each(CASES)('where %s', (_, said, active) => {
    expect(after(...said)).toEqual(active);
  });

  it.each([undefined, null, 'on', 1, [], {}, { on: 'true', mode: 'file' }, { on: 1 }])('is not changed by what says nothing: %o', (payload) => {
    expect(after(file(true), ['recording', payload], ['text', payload])).toEqual(['file']);
  });

  it('is read without ever throwing, and only recording events say anything', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...RECORDING_EVENTS), fc.anything()), { maxLength: 10 }), (events) => {
      const levels = events.reduce((known, [event, payload]) => readLevels(known, event, payload), NO_RECORDING);
      expect(activeModes(levels).every((mode) => ['file', 'stream', 'local', 'transcription'].includes(mode))).toBe(true);
    }));
  });
});
