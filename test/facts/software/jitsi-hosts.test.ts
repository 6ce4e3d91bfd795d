import { describe, expect, it } from 'vitest';
import { contactedHosts, isDirect, unnamedStun } from '../../../src/facts/software/jitsi-hosts.js';

const own = { kind: 'self-hosted', domain: 'meet.example.eu' } as const;
const STUN = 'meet-jit-si-turnrelay.jitsi.net';

describe('the hosts that a meeting contacts', () => {
  it.each([
    ['a server of one’s own', own, ['meet.example.eu']],
    ['what the owner declares', { ...own, hosts: ['turn.example.eu', 'meet.example.eu'] }, ['meet.example.eu', 'turn.example.eu']],
    ['the public server of Jitsi’s makers', { kind: 'meet.jit.si', domain: 'meet.jit.si' } as const, ['meet.jit.si', 'web-cdn.jitsi.net', '*.jitsi.net', 'api.amplitude.com', 'api2.amplitude.com']],
    ['their paid one', { kind: 'jaas', domain: 'frankfurt.8x8.vc' } as const, ['frankfurt.8x8.vc', '*.8x8.vc', '*.8x8.com', '*.jitsi.net', 'www.gravatar.com']],
  ])('are those of %s', (...[, server, hosts]) => {
    expect(contactedHosts(server)).toEqual(hosts);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ p2p: { enabled: true } }, [STUN]],
    [{ 'p2p.enabled': true }, [STUN]],
    [{ p2p: { enabled: 'true' } }, [STUN]],
    [{ p2p: { enabled: true, stunServers: [] } }, [STUN]],
    [{ p2p: { enabled: true, stunServers: [{ urls: 'stun:stun.example.eu:443' }, { urls: ['stuns:b.example.eu', 'stun:c.example.eu'] }] } }, ['stun.example.eu:443', 'b.example.eu', 'c.example.eu']],
  ])('have the server that direct connections ask: %j', (config, hosts) => {
    expect(isDirect(config)).toBe(true);
    expect(contactedHosts(own, config)).toEqual(['meet.example.eu', ...hosts]);
    expect(unnamedStun(config)).toBe(hosts[0] === STUN ? STUN : undefined);
  });

  it.each([undefined, {}, { p2p: {} }, { p2p: null }, { p2p: 'x' }, { p2p: { enabled: false } }, { 'p2p': { enabled: true }, 'p2p.enabled': false }, { p2p: { stunServers: [{ urls: 'stun:x' }] } }])('have none where no direct connections are turned on: %j', (config) => {
    expect([isDirect(config), contactedHosts(own, config), unnamedStun(config)]).toEqual([false, ['meet.example.eu'], undefined]);
  });
});
