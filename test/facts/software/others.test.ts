import { describe, expect, it } from 'vitest';
import { OTHERS } from '../../../src/facts/software/others.js';
import { SERVICES } from '../../../src/facts/software/services.js';
import type { Software } from '../../../src/facts/software/software.js';
import { STORED_VERSIONS } from '../../../src/facts/software/stored-versions.js';
import { enDetails } from '../../../src/i18n/detail-messages.js';
import { en } from '../../../src/i18n/messages.js';
import { enSoftware } from '../../../src/i18n/software-messages.js';
import { canonicalJson } from '../../../src/lib/canonical-json.js';
import { digest } from '../../../src/lib/digest.js';
import { readRepoFile } from '../../support/repo-files.js';

const origin = 'https://meet.example.eu';
const all = Object.entries<Software>(OTHERS);

describe.each(all)('%s', (name, software) => {
  it('has texts for what it stores, and a version that is the digest of its list', () => {
    expect(Object.keys({ ...en, ...enSoftware })).toContain(software.storedIs);
    for (const { purpose } of software.stored) expect(Object.keys({ ...enDetails, ...enSoftware })).toContain(`for_${purpose}`);
    expect(STORED_VERSIONS[name as keyof typeof STORED_VERSIONS]).toBe(digest(canonicalJson(software.stored)));
  });

  it('keeps every room on its operator’s origin, and behind the part of the address that is its own', () => {
    for (const room of ['abc-defg-hij', 'a b', 'ä', '100%', "a'b", 'a:b@c', '$&', '!x:meet.example.eu', 'a&password=1']) {
      if (software.room?.test(room) === false) continue;
      const url = new URL(software.address?.({ origin, room, lang: 'de', template: `${origin}/rooms/{room}` }) ?? `${origin}/`);
      expect(url.origin).toBe(origin);
      expect(url.username + url.password).toBe('');
      expect(new URLSearchParams(url.hash.replace(/^[^?]*/, '')).has('password')).toBe(false);
    }
  });

  it('says what a room has to look like where it has a rule', () => {
    expect(software.room === undefined).toBe(software.roomIs === undefined);
  });

  it('hears nothing in messages that are none of its own', () => {
    for (const message of [{}, { type: 'constructor' }, { type: '__proto__' }, { type: 1 }, { response: 'toString' }, { type: 'recording_status_change' }, { type: 'recording_status_change', payload: null }]) {
      expect(software.hear?.(message)).toBeUndefined();
    }
  });
});

describe('addresses', () => {
  it.each([
    ['galene', 'team/ä b', '/group/team/%C3%A4%20b/'],
    ['element-call', '!id:example.eu', '/room/#/?roomId=%21id%3Aexample.eu&lang=de&confineToRoom=true&header=none'],
    ['whereby', 'front-desk', '/front-desk?embed=&jsApi=true&iframeSource=meet&audio=off&video=off&lang=de'],
    ['other', '$&', '/rooms/%24%26'],
  ] as const)('of %s', (name, room, path) => {
    expect((OTHERS[name] as Software).address?.({ origin, room, lang: 'de', template: `${origin}/rooms/{room}` })).toBe(origin + path);
  });
});

describe('what meetings say', () => {
  it.each([
    ['whereby', { type: 'ready' }, { type: 'joined' }],
    ['whereby', { type: 'join' }, { type: 'joined' }],
    ['whereby', { type: 'knock' }, undefined],
    ['whereby', { type: 'leave', payload: { removed: false } }, { type: 'ended' }],
    ['whereby', { type: 'leave', payload: { removed: true } }, { type: 'kicked' }],
    ['whereby', { type: 'meeting_end' }, { type: 'ended' }],
    ['whereby', { type: 'streaming_status_change', payload: { status: 'started' } }, { type: 'recording', mode: 'stream', on: true }],
    ['whereby', { type: 'transcription_status_change', payload: { status: 'stopped' } }, { type: 'recording', mode: 'transcription', on: false }],
    ['bigbluebutton', { response: 'readyToConnect' }, { type: 'joined' }],
    ['bigbluebutton', { response: 'recordingStarted' }, { type: 'recording', mode: 'file', on: true }],
    ['bigbluebutton', { response: 'recordingStopped' }, { type: 'recording', mode: 'file', on: false }],
  ] as const)('%s: %j', (name, message, heard) => {
    expect((OTHERS[name] as Software).hear?.(message)).toEqual(heard);
  });
});

it('each has its row in docs/servers.md, and no other', () => {
  const [, table = ''] = /\| `software` \| address made of a room[^]*?\n\|---[^\n]*\n([^]*?)\n\n/.exec(readRepoFile('docs/servers.md')) ?? [];
  expect(table.split('\n').map((row) => row.split('`')[1]).toSorted()).toEqual(Object.keys(OTHERS).toSorted());
});

it('built-in services match their own hosts and none that only look alike', () => {
  const matched = (host: string): number => SERVICES.filter((service) => service.host.test(host)).length;
  expect(['rendez-vous.renater.fr', 'webconf.numerique.gouv.fr', 'visio.numerique.gouv.fr', 'practice.whereby.com', 'call.element.io'].map(matched)).toEqual([1, 1, 1, 1, 1]);
  expect(['whereby.com', 'notwhereby.com', 'rendez-vous.renater.fr.evil.example', 'xvisio.numerique.gouv.fr', 'call.element.io:8443'].map(matched)).toEqual([0, 0, 0, 0, 0]);
});
