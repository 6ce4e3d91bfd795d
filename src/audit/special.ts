import type { Certainty, Finding } from './finding.js';
import { embedWords } from './judge.js';
import { DEAD, RULES } from './rules.js';
import { type Subject, hostsOf, isForeign, isPlaceholder, isTrue, itemsIn, knownValue, mayBeTrue, settingOf } from './subject.js';
import { type Value, isPrimitive, optionsOf } from './script/values.js';

type Judge = (subject: Subject) => Finding[];

/** Makes a finding; only the server can change it, unless something else is said. */
const finding = (parts: Partial<Finding> & Pick<Finding, 'severity' | 'setting' | 'found' | 'problem' | 'remedy'>): Finding => ({ certainty: 'certain', hosts: [], embed: embedWords({ key: parts.setting, isForPages: false }), ...parts });

const GOOGLE = /(?:^|\.)l\.google\.com$/;
const RELAY = 'meet-jit-si-turnrelay.jitsi.net';

/** Whether calls of two go directly between them: certainly, perhaps, or not as far as is known. They do where `p2p` is absent altogether. */
function isDirect(subject: Subject): boolean | undefined {
  const { values, isOpen } = settingOf(subject, 'p2p');
  const enabled = settingOf(subject, 'p2p.enabled');
  // Inside of `p2p` nothing but true counts.
  const truths = new Set([...values.includes(undefined) ? [true] : [], ...values.every((value) => value === undefined) && !isOpen ? [] : enabled.values.map(Boolean)]);
  if (!truths.has(true)) return false;
  return truths.size > 1 || enabled.isOpen ? undefined : true;
}

const direct: Judge = (subject) => {
  const truth = isDirect(subject);
  if (truth === false) return [];
  const { values: [value] } = settingOf(subject, 'p2p.enabled');
  return [finding({
    severity: 'medium', certainty: truth ? 'certain' : 'maybe', setting: 'p2p.enabled', found: value === undefined ? 'absent, so true' : String(value),
    problem: 'in calls of two, each learns the other’s IP address', remedy: 'set it to false where nobody may learn that, as in medicine and counselling', embed: embedWords({ key: 'p2p.enabled', isForPages: true }),
  })];
};

/** What is said of a STUN server that is not one's own. */
function stunFinding(host: string, certainty: Certainty, found: string): Finding {
  const isGoogle = GOOGLE.test(host);
  return finding({
    severity: isGoogle ? 'high' : 'medium', certainty, setting: 'p2p.stunServers', found,
    problem: 'in calls of two, each browser asks this host for its own address; that cannot be seen from outside where the server hands out its own list (XEP-0215)',
    hosts: [host], ...(isGoogle || host === RELAY) && { country: 'US' }, remedy: 'name your own STUN server, and have Prosody hand it out',
  });
}

const stun: Judge = (subject) => {
  const truth = isDirect(subject);
  if (truth === false) return [];
  const { values } = settingOf(subject, 'p2p.stunServers');
  const certainty = truth ? 'likely' : 'maybe';
  const named = [...new Set(values.flatMap(hostsOf))].filter((host) => isForeign(subject, host)).map((host) => stunFinding(host, certainty, host));
  return values.includes(undefined) ? [...named, stunFinding(RELAY, certainty, 'absent')] : named;
};

/** Entries of lists that hold a password for everybody to read. */
const hasCredentials = (value: Value): boolean => itemsIn(value).some((item) => !isPrimitive(item) && item.type === 'object' && typeof item.props.get('credential') === 'string');

const SECRET = /(?:secret|password|passwd|credential|private_?key|stream_?key)$/i;

/** The paths of all entries in an object, with their values. Each object once, as one may hold itself. */
function entriesOf(top: Value): [path: string, value: Value][] {
  const found: [string, Value][] = [];
  const seen = new Set<Value>();
  const open: [Value, string][] = [[top, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path] = next;
    if (isPrimitive(value) || value.type !== 'object' || seen.has(value)) continue;
    seen.add(value);
    for (const [key, inner] of value.props) {
      for (const one of optionsOf(inner)) {
        found.push([path + key, one]);
        open.push([one, `${path}${key}.`]);
      }
    }
  }
  return found;
}

const secrets: Judge = ({ outcome }) => optionsOf(outcome.config).flatMap((config) => entriesOf(config)).filter(([path, value]) => (
  (typeof value === 'string' && value !== '' && !isPlaceholder(value) && SECRET.test(path)) || hasCredentials(value))).map(([path]) => finding({
  severity: 'high', setting: path, found: 'a secret, which is not shown here', problem: 'everybody who opens the page can read it', remedy: 'take it out, and change it; hand out TURN passwords by Prosody (XEP-0215)',
}));

const PRIVATE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|localhost$|\[?::1|\[?f[cd])/;

const signalling: Judge = (subject) => ['bosh', 'websocket'].flatMap((key) => {
  const address = knownValue(subject, key);
  if (typeof address !== 'string') return [];
  const [host] = hostsOf(address);
  const problem = /^(?:http|ws):/i.test(address) ? 'who is in which room goes over the network in clear'
    : host !== undefined && PRIVATE.test(host) ? 'it leads to an address that only one network has, so meetings will not start elsewhere'
      : host !== undefined && isForeign(subject, host) ? 'another host learns who is in which room' : undefined;
  return problem === undefined ? [] : [finding({ severity: 'high', setting: key, found: address.replace(/[?#].*/, ''), problem, hosts: host === undefined ? [] : [host], remedy: 'use https and wss on the same host' })];
});

/** Whether something of which there are two names is on; the older name wins where it is there. */
function isOn(subject: Subject, newer: string, older: string): { readonly isOn: boolean; readonly isSure: boolean; readonly key: string } {
  const isOld = settingOf(subject, older).values.some((value) => value !== undefined);
  const key = isOld ? older : newer;
  return { isOn: mayBeTrue(subject, key), isSure: isTrue(subject, key), key };
}

const streams: Judge = (subject) => {
  const { isOn: on, isSure, key } = isOn(subject, 'liveStreaming.enabled', 'liveStreamingEnabled');
  return on ? [finding({ severity: 'high', certainty: isSure ? 'certain' : 'maybe', setting: key, found: 'true', problem: 'lets meetings be streamed, by default to YouTube', hosts: ['www.youtube.com'], country: 'US', remedy: 'set it to false, or name the platform and its country', embed: embedWords({ key: 'liveStreaming.enabled', isForPages: true }) })] : [];
};

const transcripts: Judge = (subject) => {
  const { isOn: on, isSure, key } = isOn(subject, 'transcription.enabled', 'transcribingEnabled');
  return on ? [finding({ severity: 'high', certainty: isSure ? 'certain' : 'maybe', setting: key, found: 'true', problem: 'turns speech into text; which service does it cannot be seen from here, and Jigasi’s default is Google Cloud', remedy: 'set it to false, or use VOSK or Whisper on a host of your own', embed: embedWords({ key: 'transcription.enabled', isForPages: true }) })] : [];
};

/** Whether meetings can be recorded on a server. */
const mayRecord = (subject: Subject): boolean => ['recordingService.enabled', 'fileRecordingsServiceEnabled', ...subject.release.from < 10_008 ? ['fileRecordingsEnabled'] : []].some((key) => mayBeTrue(subject, key));

const consent: Judge = (subject) => {
  if (!mayRecord(subject) || isTrue(subject, 'recordings.requireConsent')) return [];
  const { values: [value] } = settingOf(subject, 'recordings.requireConsent');
  const found = value === undefined ? 'absent, so false' : String(value);
  return [finding({ severity: 'high', certainty: isTrue(subject, 'recordingService.enabled') ? 'certain' : 'maybe', setting: 'recordings.requireConsent', found, problem: 'meetings can be recorded, and nobody is asked', remedy: subject.release.to < 10_133 ? 'update Jitsi to release 10133 or later, and set it to true' : 'set it to true' })];
};

const videos: Judge = (subject) => {
  if (isTrue(subject, 'disableThirdPartyRequests')) return [];
  const { values } = settingOf(subject, 'sharedVideoAllowedURLDomains');
  const isAny = values.some((value) => !isPrimitive(value) && value.type === 'array' && value.items.includes('*')) || subject.release.to < 9753;
  if (!isAny && !values.includes(undefined)) return [];
  return [finding({
    severity: isAny ? 'high' : 'medium', setting: 'sharedVideoAllowedURLDomains', found: isAny ? 'any host' : 'absent, so YouTube',
    problem: isAny ? 'one participant can have every browser load a video from any host' : 'one participant can have every browser load a video from YouTube; since release 9753 each one is asked first',
    hosts: isAny ? [] : ['www.youtube.com'], ...!isAny && { country: 'US' }, remedy: 'set it to [], or disableThirdPartyRequests to true',
  })];
};

const roomNames: Judge = (subject) => {
  const handlers = ['analytics.amplitudeAPPKey', 'analytics.matomoEndpoint', 'analytics.scriptURLs'].filter((key) => settingOf(subject, key).values.some((value) => hostsOf(value).length > 0 || (typeof value === 'string' && value !== '')));
  if (handlers.length === 0 || isTrue(subject, 'analytics.obfuscateRoomName') || isTrue(subject, 'analytics.disabled') || isTrue(subject, 'disableThirdPartyRequests')) return [];
  return [finding({ severity: 'medium', setting: 'analytics.obfuscateRoomName', found: 'not true', problem: 'analytics get the names of rooms', remedy: 'set it to true' })];
};

/** Texts where yes or no is expected. Jitsi takes every one of them for a yes, the word false as well. */
const texts: Judge = (subject) => [...new Set(RULES.filter(({ when }) => when === 'true' || when === 'false').map(({ key }) => key))].flatMap((key) => {
  const found = settingOf(subject, key).values.filter((value) => typeof value === 'string' && /^(?:true|false)$/i.test(value));
  return found.length === 0 ? [] : [finding({ severity: 'low', setting: key, found: `'${String(found[0])}'`, problem: 'it is a text, and any text counts as true', remedy: 'write true or false without quotation marks' })];
});

const leftovers: Judge = (subject) => DEAD.filter(([key, from]) => subject.release.from >= from && settingOf(subject, key).values.some((value) => value !== undefined && value !== null && value !== '')).map(([key]) => (
  finding({ severity: 'info', setting: key, found: 'set', problem: 'it has no effect in this release', remedy: 'remove it' })));

const examples: Judge = ({ outcome }) => optionsOf(outcome.config).flatMap((config) => entriesOf(config)).filter(([, value]) => typeof value === 'string' && isPlaceholder(value)).map(([path]) => (
  finding({ severity: 'info', setting: path, found: 'an example that nobody has edited', problem: 'it was copied as it stands, and does nothing', remedy: 'remove it' })));

const pairs: Judge = (subject) => [['liveStreaming.enabled', 'liveStreamingEnabled'], ['transcription.enabled', 'transcribingEnabled']].filter((keys) => keys.every((key) => settingOf(subject, key).values.some((value) => value !== undefined))).map(([newer = '', older = '']) => (
  finding({ severity: 'info', setting: older, found: `beside ${newer}`, problem: 'two names of one setting; the older one wins', remedy: `remove ${older}` })));

const oldStun: Judge = (subject) => ['p2pStunServers', 'stunServers'].flatMap((key) => settingOf(subject, key).values.flatMap(hostsOf).filter((host) => GOOGLE.test(host)).slice(0, 1).map((host) => (
  finding({ severity: subject.release.to < 4335 ? 'high' : 'info', setting: key, found: host, problem: 'it names a STUN server of Google; today’s releases do not read it', hosts: subject.release.to < 4335 ? [host] : [], remedy: 'remove it' }))));

/** What no single setting tells. */
export const SPECIAL: readonly Judge[] = [direct, stun, secrets, signalling, streams, transcripts, consent, videos, roomNames, texts, leftovers, examples, pairs, oldStun];

/** The operator's facts as far as a configuration tells them, for the gate's configuration; what is not certain is not stated. */
export function operatorFacts(subject: Subject): Record<string, unknown> {
  const stream = isOn(subject, 'liveStreaming.enabled', 'liveStreamingEnabled');
  const transcript = isOn(subject, 'transcription.enabled', 'transcribingEnabled');
  const isLocal = !isTrue(subject, 'localRecording.disable');
  const hosts = stun(subject).flatMap(({ hosts: [host = ''] }) => host);
  return {
    recording: mayRecord(subject) || isLocal ? 'possible' : 'unknown',
    transcription: transcript.isOn ? 'possible' : 'unknown',
    livestream: stream.isOn ? 'possible' : 'unknown',
    ...mayBeTrue(subject, 'analytics.rtcstatsEnabled') || roomNames(subject).length > 0 ? { analytics: true } : {},
    ...hosts.length > 0 ? { hosts: [...new Set(hosts)] } : {},
    ...isTrue(subject, 'recordings.requireConsent') ? { recordingConsentEnforced: true } : {},
  };
}
