import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../src/config/check.js';
import { explainConfig } from '../../src/config/explain.js';
import { readSettings } from '../../src/config/settings.js';
import type { ConfigInput } from '../../src/config/schema.js';
import { minimal } from '../support/sample-config.js';

const HOST = 'https://meet.example.eu';
const described = { address: `${HOST}/rooms/{room}`, softwareName: 'Ours', stored: { en: 'One cookie', de: 'Ein Cookie' } };

function pathsOf(facts: Readonly<Record<string, unknown>>): string[] {
  const config = { ...minimal, operators: { a: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', ...facts } } };
  const paths = checkConfig(config).map(({ path }) => path.replace('operators.a.', ''));
  expect(explainConfig(config).map(({ path }) => path.replace('operators.a.', ''))).toEqual(paths);
  return paths;
}

describe('the software of an operator', () => {
  it.each(['jitsi', 'bigbluebutton', 'element-call', 'galene', 'visio', 'whereby'])('may be %s', (software) => {
    expect(pathsOf({ software })).toEqual([]);
  });

  it.each(['zoom', 'Jitsi', '', 1, null, '__proto__'])('may not be %j', (software) => {
    expect(pathsOf({ software })).toEqual(['software']);
  });

  it('may be another one that the owner describes whole', () => {
    expect(pathsOf({ software: 'other', ...described, allow: ['camera'] })).toEqual([]);
    expect(pathsOf({ software: 'other' }).toSorted()).toEqual(['address', 'softwareName', 'stored']);
  });

  it.each([
    ['no place for the room', `${HOST}/rooms/`], ['two places', `${HOST}/{room}/{room}`], ['another protocol', 'http://meet.example.eu/{room}'],
    ['a text of its own', 'data:text/html,{room}'], ['another host', 'https://other.example.org/{room}'], ['another port', `${HOST}:8443/{room}`],
    ['the room in the host', 'https://{room}.meet.example.eu/'], ['the room as the host', 'https://{room}/'], ['a host that only begins alike', 'https://meet.example.eu{room}/x'],
    ['a user', 'https://{room}@meet.example.eu/x'], ['no address', '{room}'], ['nothing', ''],
  ])('is refused with %s as its address', (_, address) => {
    expect(pathsOf({ software: 'other', ...described, address })).toEqual(['address']);
  });

  it.each(['jitsi', 'galene', undefined])('is not described where it is known: %s', (software) => {
    expect(pathsOf({ software, ...described, allow: ['camera'] }).toSorted()).toEqual(['address', 'allow', 'softwareName', 'stored']);
  });

  it.each(['galene', 'other'])('has nothing that only Jitsi has: %s', (software) => {
    const jitsi = { kind: 'self-hosted', appId: 'x', release: 'release-1', integrity: `sha384-${'A'.repeat(64)}`, recordingConsentEnforced: true };
    expect(pathsOf({ software, ...software === 'other' && described, ...jitsi }).toSorted()).toEqual(['appId', 'integrity', 'kind', 'recordingConsentEnforced', 'release']);
  });

  it('is none where it is Jitsi, so that saying so changes no terms', () => {
    const of = (software?: 'jitsi' | 'galene') => readSettings({ ...minimal, operators: { a: { domain: 'meet.example.eu', name: 'X', country: 'DE', software } } } as ConfigInput).operators.get('a')?.software;
    expect([of(), of('jitsi'), of('galene')]).toEqual([undefined, undefined, 'galene']);
  });
});
