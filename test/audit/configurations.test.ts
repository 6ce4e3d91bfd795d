import { describe, expect, it } from 'vitest';
import { auditSettings } from '../../src/audit/audit-settings.js';
import { type Release, ANY_RELEASE, releaseOf } from '../../src/audit/builds.js';
import type { Finding } from '../../src/audit/finding.js';

/**
 * Configurations as they stand in public repositories, rebuilt by what matters in them: rows and forms of docs of servers in the wild. Each
 * has findings that must be there, and findings that must not.
 */
interface Case {
  readonly name: string;
  /** The files, in the order in which a page has them. */
  readonly files: readonly string[];
  readonly release?: Release;
  readonly host?: string;
  /** Settings with what the finding says: `high stun.l.google.com`, or a part of it. */
  readonly must: Readonly<Record<string, string>>;
  readonly not: readonly string[];
}

const TYPICAL = `var subdir = '<!--# echo var="subdir" default="" -->';
var subdomain = '<!--# echo var="subdomain" default="" -->';
if (subdomain) { subdomain = subdomain.substr(0, subdomain.length - 1).split('.').join('_').toLowerCase() + '.'; }
if (subdir.startsWith('<!--')) { subdir = ''; }
var enableJaaS = false;
var config = {
  hosts: { domain: 'meet.example.eu', muc: 'conference.' + subdomain + 'meet.example.eu' },
  bosh: 'https://meet.example.eu/' + subdir + 'http-bind', websocket: 'wss://meet.example.eu/' + subdir + 'xmpp-websocket',
  p2p: { enabled: true, stunServers: [ { urls: 'stun:meet-jit-si-turnrelay.jitsi.net:443' } ] },
  analytics: {}, enableNoisyMicDetection: true,
};
if (enableJaaS) { config.dialInNumbersUrl = 'https://conference-mapper.jitsi.net/v1/access/dids'; config.dialInConfCodeUrl = 'https://conference-mapper.jitsi.net/v1/access'; }`;
const BASE = "hosts: { domain: 'meet.example.eu' }";
const DOCKER = "var config = {}; config.hosts = {}; config.hosts.domain = 'meet.example.eu'; config.p2p = {}; config.p2p.enabled = true; config.analytics = {}; config.prejoinConfig = { enabled: true };";

const CASES: readonly Case[] = [
  { name: 'F1: Debian today; the branch for JaaS is not taken', files: [TYPICAL], must: { 'p2p.enabled': 'medium certain', 'p2p.stunServers': 'medium likely meet-jit-si-turnrelay.jitsi.net US', 'gravatar.disabled': 'medium' }, not: ['dialInNumbersUrl', 'analytics.rtcstatsEnabled', 'websocket', 'bosh'] },
  { name: 'F3: Debian with the choice for JaaS appended', files: [`${TYPICAL}\nvar enableJaaS = true;\nconfig.dialInNumbersUrl = 'https://conference-mapper.jitsi.net/v1/access/dids';`], must: { dialInNumbersUrl: 'conference-mapper.jitsi.net' }, not: ['dialInConfCodeUrl'] },
  { name: 'F2: Debian of old, with an include in a string', files: [`var config = { hosts: { domain: 'meet.example.eu', muc: 'conference.<!--# echo var="subdomain" default="" -->meet.example.eu' }, p2p: { enabled: false } };`], must: { 'gravatar.disabled': 'medium' }, not: ['p2p.enabled', 'p2p.stunServers', 'config.js:1'] },
  { name: 'F4: the page of JaaS in place of a configuration', files: ['</script><script src="https://8x8.vc/config.js"></script><script>'], must: { 'config.js:1': 'does not parse' }, not: ['gravatar.disabled'] },
  { name: 'F5: Docker', files: [`${DOCKER} config.p2p.stunServers = 'stun.example.eu:3478,stun2.example.eu:3478'.split(',').map(function (url) { return { urls: 'stun:' + url }; });`], must: { 'p2p.enabled': 'medium' }, not: ['p2p.stunServers', 'prejoinConfig.enabled'] },
  { name: 'F5: Docker of old, with guards', files: ["var config = {}; if (!config.hasOwnProperty('p2p')) config.p2p = {}; if (!config.hasOwnProperty('hosts')) config.hosts = {}; config.hosts.domain = 'meet.example.eu'; config.p2p.enabled = false; if (!config.hasOwnProperty('analytics')) config.analytics = {}; config.analytics.amplitudeAPPKey = 'abcdef';"], must: { 'analytics.amplitudeAPPKey': 'high certain api2.amplitude.com' }, not: ['p2p.enabled', 'p2p.stunServers'] },
  { name: 'F6: JSON', files: ['var config = {"hosts":{"domain":"meet.example.eu"},"p2p":{"enabled":false},"disableThirdPartyRequests":true,"analytics":{"disabled":true}};'], must: { 'localRecording.notifyAllParticipants': 'medium' }, not: ['gravatar.disabled', 'sharedVideoAllowedURLDomains', 'p2p.enabled'] },
  { name: 'F7: a chain of includes', files: [`<!--#include file="config.default.js" -->\nconfig.analytics.disabled = true;\n<!--#include file="config.local.js" -->`], must: { 'config.js:1': 'includes config.default.js' }, not: ['p2p.enabled', 'gravatar.disabled'] },
  { name: 'F8: an include in double quotation marks', files: [`var subdomain = "<!--# echo var="subdomain" default="" -->"; var config = { ${BASE}, p2p: {} };`], must: { 'gravatar.disabled': 'medium' }, not: ['config.js:1', 'p2p.enabled'] },
  { name: 'F9: a snippet of overrides replaces a whole object', files: [`${DOCKER} config.p2p.stunServers = [{ urls: 'stun:stun.example.eu' }];`, 'config.p2p = { enabled: true };'], must: { 'p2p.stunServers': 'medium likely meet-jit-si-turnrelay.jitsi.net' }, not: [] },
  { name: 'F9: overrides alone say nothing of the rest', files: ['config = config || {}; config.p2p = config.p2p || {}; config.p2p.enabled = false; config.transcribingEnabled = false;'], must: {}, not: ['p2p.enabled', 'p2p.stunServers', 'gravatar.disabled', 'transcribingEnabled', 'prejoinConfig.enabled'] },
  { name: 'F10: what depends on the address of the page is perhaps so', files: [`var config = { ${BASE}, p2p: { enabled: false } }; (function () { var isModerator = document.location.hash.match(/moderator/); var params = new URLSearchParams(location.search); try { config.x = JSON.parse(atob(params.get('x'))); } catch (e) {} if (isModerator) { config.prejoinConfig = { enabled: false }; } else { config.prejoinConfig = { enabled: true }; } })();`], must: { 'prejoinConfig.enabled': 'medium maybe' }, not: ['config.js:1', 'p2p.enabled'] },
  { name: 'F11: a slip of the pen', files: [`var config = { ${BASE},\n  trackContentHint: null;\n};`], must: { 'config.js:2': 'does not parse' }, not: ['gravatar.disabled'] },
  { name: 'R2: Docker’s own, without STUN servers', files: [`${DOCKER} config.localRecording = { disable: false, notifyAllParticipants: false };`], must: { 'localRecording.notifyAllParticipants': 'medium certain', 'p2p.stunServers': 'absent' }, not: ['analytics.amplitudeAPPKey'] },
  { name: 'R3: a public service', files: [`var config = { ${BASE}, enableP2P: false, p2p: { enabled: false }, analytics: { rtcstatsEnabled: false, amplitudeAPPKey: 'k' }, localRecording: { disable: true, notifyAllParticipants: true }, recordings: { requireConsent: false }, recordingService: { enabled: true, sharingEnabled: true }, enableSaveLogs: true, dialInNumbersUrl: 'https://api.jitsi.net/dids' };`], must: { 'recordings.requireConsent': 'high certain false', 'recordingService.sharingEnabled': 'medium', enableSaveLogs: 'low', dialInNumbersUrl: 'api.jitsi.net' }, not: ['localRecording.notifyAllParticipants', 'p2p.stunServers', 'analytics.rtcstatsEnabled'] },
  { name: 'R4: a public service of 2020', files: [`var config = { ${BASE}, analytics: { amplitudeAPPKey: 'k', whiteListedEvents: ['a'] }, googleApiApplicationClientID: 'g', microsoftApiApplicationClientID: 'm', enableCalendarIntegration: true, dropbox: { appKey: 'd' }, liveStreamingEnabled: true, fileRecordingsEnabled: true, p2p: { enabled: true, useStunTurn: true }, region: !"us-east-1" || 'x' ? 'a' : 'b' };`], release: { from: 5142, to: 5142 }, must: { 'dropbox.appKey': 'www.dropbox.com', 'googleApiApplicationClientID': 'apis.google.com', 'microsoftApiApplicationClientID': 'graph.microsoft.com', 'liveStreamingEnabled': 'high', 'fileRecordingsEnabled': 'medium', 'p2p.useStunTurn': 'info' }, not: [] },
  { name: 'R5: Freifunk', files: [`var config = { ${BASE}, disableThirdPartyRequests: true, p2p: { enabled: false, stunServers: [{ urls: 'stun:turn1.meet.example.eu:443' }] }, analytics: { disabled: true }, prejoinConfig: { enabled: true }, requireDisplayName: true, recordingService: { enabled: false }, whiteboard: { enabled: true, collabServerBaseUrl: 'https://board.example.eu' }, etherpad_base: '/pad/p/', deeplinking: { disabled: true }, enableInsecureRoomNameWarning: true, customDomain: undefined, constraints: { 7: 1 } };`], must: { requireDisplayName: 'low', etherpad_base: 'medium' }, not: ['gravatar.disabled', 'deeplinking.disabled', 'enableInsecureRoomNameWarning', 'whiteboard.collabServerBaseUrl', 'p2p.enabled'] },
  { name: 'R6: own STUN, own branding', files: [`var config = { ${BASE}, dynamicBrandingUrl: '/branding.json', analytics: { disabled: true }, p2p: { enabled: true, stunServers: [{ urls: 'stun:meet.example.eu:3478' }, { urls: 'stuns:meet.example.eu:5349' }] }, recordingService: { enabled: true } };`], must: { 'recordings.requireConsent': 'high', 'p2p.enabled': 'medium' }, not: ['dynamicBrandingUrl', 'p2p.stunServers'] },
  { name: 'R7: no third parties, but direct calls', files: [`var config = { ${BASE}, disableThirdPartyRequests: true, analytics: { disabled: true }, prejoinConfig: { enabled: false }, p2p: { enabled: true, stunServers: [{ urls: 'stun:meet-jit-si-turnrelay.jitsi.net:443' }] } };`], must: { 'prejoinConfig.enabled': 'medium certain false', 'p2p.stunServers': 'likely' }, not: ['gravatar.disabled', 'giphy.enabled', 'sharedVideoAllowedURLDomains'] },
  { name: 'R8: addresses without a scheme', files: [`var config = { ${BASE}, bosh: '//meet.example.eu/http-bind', localRecording: { notifyAllParticipants: true }, analytics: {} };`], must: { 'p2p.enabled': 'absent, so true' }, not: ['bosh', 'localRecording.notifyAllParticipants'] },
  { name: 'R9: NixOS, with text appended', files: ['var config = {"hosts":{"domain":"meet.example.eu"},"fileRecordingsEnabled":true,"liveStreamingEnabled":true,"p2p":{"enabled":true}};\nconfig.liveStreamingEnabled = false;'], release: { from: 10_741, to: 10_741 }, must: { fileRecordingsEnabled: 'info' }, not: ['liveStreamingEnabled', 'recordings.requireConsent', 'prejoinConfig.enabled'] },
  { name: 'R11: Matomo of somebody else', files: [`var config = { ${BASE}, analytics: { matomoEndpoint: 'https://stats.counting-firm.net/', matomoSiteID: '7' }, desktopSharingChromeExtId: null };`], must: { 'analytics.matomoEndpoint': 'high certain stats.counting-firm.net', 'analytics.obfuscateRoomName': 'medium' }, not: ['desktopSharingChromeExtId'] },
  { name: 'R11: one’s own Matomo, without a site', files: [`var config = { ${BASE}, analytics: { matomoEndpoint: 'https://stats.example.eu/' } };`], must: {}, not: ['analytics.matomoEndpoint'] },
  { name: 'R13: an old one, where a branch takes the socket away', files: [`var config = { ${BASE}, enableP2P: false, p2p: { enabled: false }, stunServers: [{ urls: 'stun:stun.l.google.com:19302' }], startWithAudioMuted: true, startWithVideoMuted: true, analytics: {} }; if (navigator.userAgent) { config.websocket = null; }`], must: { stunServers: 'info' }, not: ['startWithAudioMuted', 'p2p.stunServers'] },
  { name: 'R16: no p2p at all', files: [`var config = { ${BASE}, disableThirdPartyRequests: true, logStats: true };`], must: { 'p2p.enabled': 'absent, so true', 'logStats': 'info' }, not: ['gravatar.disabled'] },
  { name: 'R18: Google STUN at the top, in a build of 2017', files: [`var config = { ${BASE}, disableThirdPartyRequests: true, p2pStunServers: [{ urls: 'stun:stun.l.google.com:19302' }, { urls: 'stun:stun1.l.google.com:19302' }] };`], release: { from: 1000, to: 4000 }, must: { p2pStunServers: 'high' }, not: [] },
  { name: 'R20: no pictures by Gravatar', files: [`${DOCKER} config.gravatar = { 'disabled': true };`], must: {}, not: ['gravatar.disabled'] },
  { name: 'R21: a second start resets everything, and an address of a house', files: [`${DOCKER} config.disableThirdPartyRequests = true;\nvar config = {}; config.hosts = { domain: 'meet.example.eu' }; config.p2p = { enabled: true }; config.websocket = 'wss://192.168.99.124:8443/xmpp-websocket';`], must: { 'websocket': 'high 192.168.99.124', 'gravatar.disabled': 'medium' }, not: [] },
  { name: 'R25: a password for everybody to read', files: [`var config = { ${BASE}, p2p: { enabled: true, stunServers: [{ urls: 'turn:turn.example.eu', username: 'u', credential: 'hunter2' }] }, prejoinPageEnabled: false };`], must: { 'p2p.stunServers': 'high certain' }, not: [] },
  { name: 'R26: nothing but hosts', files: ["var config = { hosts: { domain: '10.1.2.3' }, bosh: '//10.1.2.3/http-bind' };"], must: { bosh: 'high' }, not: [] },
  { name: 'R28: the upstream file first, assignments after it', files: [`${TYPICAL} config.p2p.enabled = false; config.disableDeepLinking = true; config.transcribingEnabled = false;`], must: {}, not: ['p2p.enabled', 'p2p.stunServers', 'deeplinking.disabled', 'transcribingEnabled'] },
  { name: 'R35: a name that is no setting', files: [`${DOCKER} config.e2ee = { e2eeLabels: { x: 1 } };`], must: { 'e2ee.e2eeLabels': 'info' }, not: [] },
  { name: 'R36: three STUN servers', files: [`${DOCKER} config.p2p.stunServers = [{ urls: 'stun:meet.example.eu' }, { urls: 'stun:meet-jit-si-turnrelay.jitsi.net:443' }, { urls: ['stun:stun2.l.google.com:19302'] }];`], must: { 'p2p.stunServers': 'high likely stun2.l.google.com' }, not: [] },
  { name: 'R42: both objects in one file, videos from anywhere', files: [`var config; config = { ...{ ${BASE} }, disableThirdPartyRequests: false, sharedVideoAllowedURLDomains: ['*'], speakerStats: { disabled: true } }, config.feedbackPercentage = 100; var interfaceConfig = { MOBILE_APP_PROMO: false }; console.log(config?.x);`], must: { sharedVideoAllowedURLDomains: 'high any host' }, not: ['speakerStats.disabled', 'interfaceConfig.MOBILE_APP_PROMO'] },
  { name: 'every option uncommented, as it stands', files: [`var config = { ${BASE}, analytics: { matomoEndpoint: 'https://your-matomo-endpoint/', matomoSiteID: '42', amplitudeAPPKey: '<APP_KEY>', googleAnalyticsTrackingId: 'your-tracking-id-UA-123456-1' }, testing: { failICE: true }, dropbox: { appKey: '<APP_KEY>' } };`], must: { 'testing.failICE': 'low', 'dropbox.appKey': 'info' }, not: [] },
  { name: 'a handler of analytics in a clinic', files: [`var config = { ${BASE}, analytics: { scriptURLs: ['https://metrics.example.com.au/handler.js', 'libs/analytics-ga.min.js'] } };`], must: { 'analytics.scriptURLs': 'high' }, not: [] },
  { name: 'a key that is taken out again', files: [`var config = { ${BASE}, analytics: { amplitudeAPPKey: 'k' } }; delete config.analytics.amplitudeAPPKey;`], must: {}, not: ['analytics.amplitudeAPPKey'] },
  { name: 'yes and no as texts', files: [`var config = { ${BASE}, gravatar: { disabled: 'false' }, giphy: { enabled: 'true', sdkKey: 'k' } };`], must: { 'gravatar.disabled': 'low', 'giphy.enabled': '' }, not: [] },
];

/** A finding in words that cases name parts of. */
const words = ({ severity, certainty, found, hosts, country = '' }: Finding): string => `${severity} ${certainty} ${[...new Set([found, ...hosts])].join(' ')} ${country}`;

describe('a configuration as it is in the wild', () => {
  it.each(CASES)('$name', ({ files, release = ANY_RELEASE, host = 'meet.example.eu', must, not }) => {
    const { findings } = auditSettings(files.map((text, index) => ({ name: index === 0 ? 'config.js' : `custom-${index}.js`, text })), { host: files.join().includes('10.1.2.3') ? 'elsewhere.example' : host, release });
    const of = (setting: string): string[] => findings.filter((one) => one.setting === setting).map(words);
    for (const [setting, text] of Object.entries(must)) {
      const parts = text.split(' ');
      expect(of(setting).some((found) => parts.every((part) => found.includes(part))), `${setting}: ${text}; found ${JSON.stringify(of(setting))}`).toBe(true);
    }
    expect(findings.filter(({ setting }) => not.includes(setting)).map((one) => `${one.setting}: ${words(one)}`)).toEqual([]);
    for (const { found } of findings) expect(found).not.toMatch(/hunter2|abcdef/);
  });

  it('is one of at least thirty', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });
});

describe('a configuration that somebody made to keep a reader busy', () => {
  const many = (name: string): string => Array.from({ length: 900 }, () => name).join();
  it.each([
    ['lists in lists in lists', `var a = [${many('"https://x.counting-firm.net"')}], b = [${many('a')}], c = [${many('b')}], d = [${many('c')}]; var config = { analytics: { scriptURLs: d }, p2p: { enabled: true, stunServers: d }, x: { d: d, e: { d: d } } };`],
    ['a list that holds itself', 'var a = []; a.push(a); var config = { analytics: { scriptURLs: a }, corsAvatarURLs: a, p2p: { enabled: true, stunServers: a } };'],
    ['an object that holds itself', 'var config = { p2p: { enabled: true } }; config.self = config; config.p2p.config = config; config.p2p.stunServers = [config]; fill(config);'],
    ['names without end', `var config = {}; ${'config = { a: config };'.repeat(5000)}`],
  ])('%s', (_what, text) => {
    const before = performance.now();
    expect(auditSettings([{ name: 'config.js', text }], { host: 'meet.example.eu' }).findings.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(5000);
  }, 30_000);
});

describe('a build of the web client', () => {
  it.each([
    [9008, { from: 10_741, to: 10_741 }],
    [9010, { from: 10_741, to: 10_888 }],
    [4000, { from: 0, to: 5142 }],
    [99_999, { from: 11_031, to: Number.POSITIVE_INFINITY }],
    [139, ANY_RELEASE],
    [undefined, ANY_RELEASE],
  ])('%s belongs to a release, or lies between two', (build, release) => {
    expect(releaseOf(build)).toEqual(release);
  });
});
