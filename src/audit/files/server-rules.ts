import type { Severity } from '../../desk/advice.js';

/** One row about a setting in a file of the server (server facts D). */
export interface ServerRule {
  /** The part whose files are meant. */
  readonly part: Part;
  /** The end of the setting's name. */
  readonly key: RegExp;
  /** Whether a value is one of which the row speaks. */
  readonly isWeak: (value: string) => boolean;
  /** Whether its absence is, where a file of that part is there. */
  readonly orAbsent?: boolean;
  /** A setting that settles it, where it is there. */
  readonly unlessSet?: RegExp;
  readonly severity: Severity;
  readonly problem: string;
  readonly remedy: string;
}

export type Part = 'videobridge' | 'jicofo' | 'jibri' | 'jigasi' | 'prosody' | 'coturn' | 'nginx';

const is = (wanted: string) => (value: string): boolean => value.toLowerCase() === wanted;
const always = (): boolean => true;
const isOpenAddress = (value: string): boolean => !/^(?:127\.|localhost|::1|\[::1\])/.test(value);
const isJitsis = (value: string): boolean => /\bjitsi\.net\b/.test(value);

export const SERVER_RULES: readonly ServerRule[] = [
  { part: 'videobridge', key: /(?:^|\.)redact-remote-addresses$/, isWeak: is('false'), severity: 'high', problem: 'addresses of participants stand in the log', remedy: 'take it out; true is the default since release 9646' },
  { part: 'videobridge', key: /http-servers\.private\.host$/, isWeak: isOpenAddress, severity: 'high', problem: 'the private interface, with conferences and participants, answers beyond this computer', remedy: 'set it to 127.0.0.1' },
  { part: 'videobridge', key: /apis\.rest\.enabled$/, isWeak: is('true'), severity: 'low', problem: 'the REST interface is on', remedy: 'set it to false where nothing uses it' },
  { part: 'videobridge', key: /(?:stun\.addresses|STUN_MAPPING_HARVESTER_ADDRESSES)$/, isWeak: isJitsis, severity: 'low', problem: 'the server asks 8x8 in the United States for its own address; no participant does', remedy: 'write static-mappings, or name your own STUN server' },
  { part: 'videobridge', key: /advertise-private-candidates$/, isWeak: is('true'), severity: 'info', problem: 'participants learn addresses of your own network', remedy: 'set it to false' },
  { part: 'videobridge', key: /callstats/i, isWeak: always, severity: 'info', problem: 'it has no effect any more', remedy: 'remove it' },
  { part: 'jicofo', key: /rest\.host$/, isWeak: isOpenAddress, severity: 'high', problem: 'names of rooms can be asked for beyond this computer', remedy: 'set it to 127.0.0.1' },
  { part: 'jicofo', key: /shared-document\.use-random-name$/, isWeak: is('false'), orAbsent: true, severity: 'low', problem: 'a shared document is named like its room', remedy: 'set jicofo.conference.shared-document.use-random-name to true' },
  { part: 'jicofo', key: /disable-certificate-verification$/, isWeak: is('true'), severity: 'low', problem: 'certificates are not looked at', remedy: 'set it to false where the connection leaves this computer' },
  { part: 'jicofo', key: /(?:transcription|translation)\.url-template$/, isWeak: always, severity: 'medium', problem: 'speech goes to a service of its own', remedy: 'name it, and its country, among the recipients' },
  { part: 'jibri', key: /finalize-script$/, isWeak: is(''), orAbsent: true, severity: 'high', problem: 'recordings stay where they are: Jibri deletes nothing', remedy: 'name a script that moves and deletes them, and say when' },
  { part: 'jibri', key: /recordings-directory$/, isWeak: (value) => value.startsWith('/tmp'), severity: 'medium', problem: 'recordings lie among temporary files', remedy: 'use a volume of their own, encrypted' },
  { part: 'jibri', key: /rtmp-allow-list$/, isWeak: (value) => value.includes('.*'), severity: 'medium', problem: 'meetings can be streamed to any host', remedy: 'name your own host alone' },
  { part: 'jigasi', key: /transcription\.customService$/, isWeak: (value) => /google/i.test(value), orAbsent: true, severity: 'high', problem: 'speech goes to Google Cloud, the default', remedy: 'use VOSK or Whisper on a host of your own' },
  { part: 'jigasi', key: /transcription\.(?:RECORD_AUDIO|SAVE_TXT|SAVE_JSON)$/, isWeak: is('true'), severity: 'medium', problem: 'what was said is kept', remedy: 'set it to false, or say for how long' },
  { part: 'prosody', key: /(?:^|\.)authentication$/, isWeak: (value) => /anonymous/.test(value), severity: 'low', problem: 'anybody can open rooms', remedy: 'take internal_hashed with a guest host, or tokens, where meetings are not public' },
  { part: 'prosody', key: /allow_empty_token$/, isWeak: is('true'), severity: 'medium', problem: 'people come in without a token', remedy: 'set it to false' },
  { part: 'prosody', key: /allow_registration$/, isWeak: is('true'), severity: 'high', problem: 'strangers can make accounts', remedy: 'set it to false' },
  { part: 'prosody', key: /(?:^|\.)modules_enabled$/, isWeak: (value) => /"(?:invites_)?register"/.test(value), unlessSet: /allow_registration$/, severity: 'medium', problem: 'the module that makes accounts is loaded, and nothing says that it may not', remedy: 'write allow_registration = false' },
  { part: 'prosody', key: /(?:^|\.)modules_enabled$/, isWeak: (value) => /"(?:muc_mam|mam|muc_archive)"/.test(value), severity: 'medium', problem: 'chats are kept', remedy: 'take the module out, or say for how long' },
  { part: 'prosody', key: /(?:^|\.)modules_enabled$/, isWeak: (value) => /"(?:muc_size|muc_census|muc_end_meeting|muc_jigasi_invite)"/.test(value), severity: 'high', problem: 'rooms, and who is in them, can be asked for over HTTP', remedy: 'take the module out, or set its token check on and let nginx refuse it' },
  { part: 'prosody', key: /(?:^|\.)log$/, isWeak: (value) => /\b(?:info|debug)\s*=/.test(value), severity: 'low', problem: 'the log names rooms and who enters them', remedy: 'log from warn on' },
  { part: 'prosody', key: /(?:^|\.)storage$/, isWeak: (value) => value !== 'memory' && value !== 'internal', severity: 'low', problem: 'rooms may outlive their meetings', remedy: 'set the storage of the rooms to memory' },
  { part: 'prosody', key: /external_services$/, isWeak: isJitsis, severity: 'medium', problem: 'participants are sent to a STUN server of 8x8 in the United States', remedy: 'name your own' },
  { part: 'coturn', key: /^denied-peer-ip$/, isWeak: () => false, orAbsent: true, severity: 'high', problem: 'the relay reaches addresses of your own network', remedy: 'deny private ranges, as Jitsi’s template does' },
  { part: 'coturn', key: /^use-auth-secret$/, isWeak: is('false'), orAbsent: true, severity: 'medium', problem: 'passwords of the relay do not run out', remedy: 'set use-auth-secret, and hand out passwords by Prosody' },
  { part: 'coturn', key: /^(?:[vV]erbose)$/, isWeak: is('true'), severity: 'low', problem: 'the log names addresses of participants', remedy: 'take it out' },
  { part: 'coturn', key: /^no-cli$/, isWeak: is('false'), orAbsent: true, severity: 'low', problem: 'a console listens', remedy: 'set no-cli' },
  { part: 'nginx', key: /(?:^|\.)access_log$/, isWeak: (value) => !/^off\b/.test(value), severity: 'medium', problem: 'the log has addresses of visitors, and names of rooms', remedy: 'set it to off, or shorten addresses and leave out what follows the host' },
  { part: 'nginx', key: /location [^.]*(?:recordings|transcripts)[^.]*\.autoindex$/, isWeak: is('on'), severity: 'high', problem: 'anybody can list recordings', remedy: 'set it to off, and ask for a password' },
  { part: 'nginx', key: /location [^.]*(?:recordings|transcripts)[^.]*\.add_header$/, isWeak: (value) => /access-control-allow-origin\s+['"]?\*/i.test(value), severity: 'high', problem: 'any site can read recordings or transcripts', remedy: 'take the header out' },
  { part: 'nginx', key: /location [^.]*(?:colibri\/stats|\/debug|\/metrics)[^.]*\.proxy_pass$/, isWeak: always, severity: 'high', problem: 'the server’s insides are shown to everybody', remedy: 'take the location out, or allow this computer alone' },
  { part: 'nginx', key: /(?:^|\.)server_tokens$/, isWeak: is('on'), orAbsent: true, severity: 'info', problem: 'the version of the web server is told', remedy: 'set it to off' },
];
