import { describe, expect, it } from 'vitest';
import type { OperatorInput } from '../../../src/config/schema.js';
import { roomPath, scriptUrl } from '../../../src/facts/software/jitsi-address.js';
import { sampleEmbed, sampleOperator } from '../../support/sample-config.js';

const appId = 'vpaas-magic-cookie-1a2b';
const integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';

describe('the address of the script', () => {
  it.each<[string, Partial<OperatorInput>, string]>([
    ['an own server', {}, 'https://meet.example.eu/external_api.js'],
    ['an own server on a port', { domain: 'meet.example.eu:8443' }, 'https://meet.example.eu:8443/external_api.js'],
    ['this computer', { domain: 'localhost:8000' }, 'http://localhost:8000/external_api.js'],
    ['meet.jit.si', { domain: 'meet.jit.si' }, 'https://meet.jit.si/external_api.js'],
    ['JaaS', { domain: '8x8.vc', appId }, `https://8x8.vc/${appId}/external_api.js`],
    ['JaaS in a region', { domain: 'frankfurt.8x8.vc', appId }, `https://frankfurt.8x8.vc/${appId}/external_api.js`],
    ['a release', { release: 'release-1234' }, 'https://meet.example.eu/external_api.js?release=release-1234'],
    ['a release of JaaS', { domain: '8x8.vc', appId, release: 'release-1234' }, `https://8x8.vc/${appId}/external_api.js?release=release-1234`],
    ['a pinned script', { integrity }, 'https://meet.example.eu/libs/external_api.min.js'],
    ['a pinned script of JaaS', { domain: '8x8.vc', appId, integrity }, `https://8x8.vc/${appId}/libs/external_api.min.js`],
    ['a pinned release', { integrity, release: 'release-1234' }, 'https://meet.example.eu/libs/external_api.min.js?release=release-1234'],
  ])('of %s', (_, facts, url) => {
    expect(scriptUrl(sampleOperator(facts))).toBe(url);
  });

  it("never leaves the operator's origin, whatever AppID and release are", () => {
    for (const text of ['//evil.example', '../..', '@evil.example', '?x=', '#', ' ', '\\']) {
      const operator = { ...sampleOperator(), appId: text, release: text };
      expect(new URL(scriptUrl(operator))).toMatchObject({ origin: 'https://meet.example.eu', hash: '' });
    }
  });
});

describe('the path of a room', () => {
  it.each([
    ['room', {}, 'room'],
    ['tenant/room', {}, 'tenant/room'],
    ['Ärzte team', {}, '%C3%84rzte%20team'],
    ['a&b=c;d', {}, 'a%26b%3Dc%3Bd'],
    ['100%', {}, '100%25'],
    ['a#b?c', {}, 'a%23b%3Fc'],
    ['room', { domain: '8x8.vc', appId }, `${appId}/room`],
    ['a b', { domain: '8x8.vc', appId }, `${appId}/a%20b`],
  ])('%j of %j is %s', (room, facts, path) => {
    expect(roomPath(sampleEmbed({ room, operator: sampleOperator(facts) }))).toBe(path);
  });
});
