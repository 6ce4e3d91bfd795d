import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIFECYCLE, readSignal } from '../../src/providers/jitsi/lifecycle.js';

const events = Object.keys(LIFECYCLE);

describe('an event of a meeting', () => {
  it.each(['videoConferenceLeft', 'participantLeft', 'made-up', '', '__proto__', 'constructor', 'toString'])('that decides nothing means nothing: %s', (event) => {
    expect(readSignal(event, { error: { isFatal: true } })).toBeUndefined();
  });

  it.each([{}, { error: null }, { error: 'fatal' }, { error: { isFatal: 'true' } }, { error: { isFatal: 1 } }, null, undefined])(
    'that reports an error without calling it fatal ends no call: %o',
    (payload) => expect(readSignal('errorOccurred', payload)).toBeUndefined(),
  );

  it.each([{}, { kicked: null }, { kicked: { local: false } }, { kicked: { local: 'yes' } }, null])('about somebody else ends no call: %o', (payload) => {
    expect(readSignal('participantKickedOut', payload)).toBeUndefined();
  });

  it.each<unknown>(['', 'the room of Jane Doe', 'x'.repeat(81), 7, null, {}, ['a'], { toString: 1, valueOf: 1 }])('that fails with a name unlike Jitsi’s is not quoted: %j', (name) => {
    const signal = readSignal('errorOccurred', { error: { isFatal: true, name } });
    expect(signal).toEqual({ code: 'meeting-error', message: 'the meeting reported a fatal error' });
  });

  it('is read without ever throwing', () => {
    fc.assert(fc.property(fc.constantFrom(...events), fc.anything(), (event, payload) => {
      const signal = readSignal(event, payload);
      expect(signal === undefined || signal === 'joined' || signal === 'ended' || typeof signal.code === 'string').toBe(true);
    }));
  });
});
