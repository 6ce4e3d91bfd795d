/**
 * Every code of a line in the console, and what it means; `docs/console.md` tells when it comes and what to do. Only types and
 * tests read this, so a page never fetches it.
 */
export const CONSOLE_CODES = {
  // The site's own words.
  config: 'The configuration is wrong.',
  embed: 'A placeholder cannot be loaded.',
  override: 'A setting in the address of a placeholder is ignored.',
  privacy: 'A setting of the owner is weaker than the privacy preset.',
  room: 'A room looks like a person, or can be guessed.',
  recipients: 'Somebody who receives data is not declared.',
  texts: 'A text by language lacks the page’s language.',
  recording: 'A meeting was recorded whose operator is declared never to do so.',
  'max-age': 'A decision counts longer than authorities recommend.',
  // The page around the gate.
  leak: 'Something of the page contacts an operator without the gate.',
  csp: 'The page’s Content-Security-Policy refuses what a meeting needs.',
  coep: 'The page’s isolation refuses the operator’s server.',
  insecure: 'The page is no secure context.',
  loopback: 'A server on this computer cannot be embedded by its script.',
  'permissions-policy': 'The page may not hand on camera or microphone.',
  listener: 'A listener of the site threw.',
  twice: 'The page has the gate more than once.',
  // The visitor's presses.
  click: 'A press did not count.',
  grant: 'A script’s word was not recorded, because the visitor decided otherwise.',
  untrusted: 'A click made by a script did not count.',
  cmp: 'The consent platform of the site cannot be followed, or not in everything.',
  // What is kept.
  storage: 'Decisions cannot be stored.',
  record: 'Stored decisions cannot be read.',
  receipts: 'Receipts cannot be loaded, kept or sent.',
  // The gate's own files.
  files: 'The folder of the gate’s files is not where the script looks, or could not start.',
  gate: 'A gate’s files cannot be had, or could not draw it.',
  details: 'The details cannot be had.',
  settings: 'The settings cannot be had.',
  language: 'A language cannot be had.',
  // A meeting. All but the first three are what a failed meeting is told by.
  'meet.jit.si': 'That server asks for a sign-in and may end calls.',
  jaas: 'That service lets visitors in by a token, and the page gives none.',
  address: 'Meetings have addresses by getUrl alone, and the page has none.',
  script: 'The operator’s script could not be put into the page.',
  unreachable: 'The operator’s script did not come.',
  'no-api': 'What came is no Jitsi script.',
  policy: 'The page’s policy refused the operator’s script or frame.',
  refused: 'The meeting’s page came and said nothing, or its server had no script for us.',
  timeout: 'Nothing came in time.',
  'connection-lost': 'The connection broke during the call.',
  kicked: 'A moderator removed the visitor.',
  suspended: 'The device slept.',
  'meeting-error': 'The meeting reported a fatal error.',
  internal: 'Something on the site’s side went wrong.',
} as const;

/** The code of a line in the console. */
export type ConsoleCode = keyof typeof CONSOLE_CODES;
