import type { Grant } from '../../consent/grant.js';
import { LIMITS } from '../../facts/software/jitsi-advice.js';
import { warnOnce } from '../../lib/warn-once.js';
import { removeJitsiLeftovers } from '../../storage/jitsi-leftovers.js';
import { watchPagePolicy } from '../page-policy.js';
import type { MeetingFailure, MeetingListener, MeetingOptions } from '../provider.js';
import { connectByApi } from './api-connection.js';
import { askSite } from './ask-site.js';
import type { Connection, OpenOptions } from './connection.js';
import { connectByFrame } from './frame-connection.js';
import { LIFECYCLE, readSignal } from './lifecycle.js';
import { meetingConfig } from './meeting-config.js';
import { type PendingOutcome, atMost, createOutcome } from '../outcome.js';
import { watchRecording } from './recording.js';

/** How long the meeting may take to say goodbye, in milliseconds. */
const GOODBYE = 2000;

const failure = (code: MeetingFailure['code'], message: string): MeetingFailure => ({ code, message });

/** What the meeting is opened with. Token and names are asked for now, after the grant, and kept nowhere. */
async function openOptions(options: MeetingOptions): Promise<OpenOptions> {
  const { embed, settings } = options;
  const { overrides, subject } = embed;
  const { room = embed.room, ...answers } = await askSite(options);
  return { ...options, ...answers, embed: { ...embed, room }, config: meetingConfig({ overrides, subject, own: settings.jitsi?.configOverwrite }) };
}

/** One run of a meeting: what there is to take away again. */
interface Run {
  readonly options: MeetingOptions;
  readonly outcome: PendingOutcome;
  connection?: Connection;
  /** Whether the meeting's page was fetched, whatever came of it. */
  hasLoaded?: boolean;
}

/** Listens before the meeting can speak: its first events may come in the same turn (docs/jitsi.md §2.1). */
function listen(connection: Connection, { options, outcome }: Run, joined: () => void): void {
  const { settings, listener } = options;
  for (const event of Object.keys(LIFECYCLE)) {
    connection.listen(event, (payload) => {
      const signal = readSignal(event, payload);
      if (signal === 'joined') joined();
      else if (signal) outcome.settle(signal);
    });
  }
  watchRecording({ connection, isAsking: settings.recordingPolicy === 'ask', tell: listener.recording });
}

async function start(run: Run, joined: () => void, over: AbortSignal): Promise<void> {
  const { options, outcome } = run;
  const connect = options.settings.mode === 'frame' ? connectByFrame : connectByApi;
  const [open, prepared] = await Promise.all([connect(options, over), openOptions(options)]);
  if (typeof open !== 'function') return outcome.settle(open);
  if (outcome.isOpen() && options.host.isConnected) enter(run, open(prepared), joined);
  else outcome.settle('left');
}

function enter(run: Run, connection: Connection, joined: () => void): void {
  run.connection = connection;
  listen(connection, run, joined);
  connection.iframe.addEventListener('load', () => (run.hasLoaded = true));
  run.options.listener.created(connection.handle);
}

/** Hangs up and waits for the goodbye, so that the others do not see a frozen ghost (docs/jitsi.md §1.6). */
async function hangUp(connection: Connection): Promise<void> {
  const goodbye = new Promise((resolve) => connection.listen('readyToClose', resolve));
  connection.hangUp();
  await atMost(goodbye, GOODBYE);
}

/** Watches for what the meeting cannot tell: silence, and the page's own policy. Returns how to stop either. */
function watchSilence({ options, outcome }: Run, hasLoaded: () => boolean): { alive(): void; stop(): void } {
  const { settings, embed } = options;
  const { origin } = embed.operator;
  const timer = setTimeout(() => {
    const code = hasLoaded() ? 'refused' : 'timeout';
    const why = hasLoaded() ? 'its page was fetched and said nothing; does the server allow framing (X-Frame-Options, frame-ancestors)?' : 'nothing came';
    outcome.settle(failure(code, `no sign of life within ${settings.timeout} ms: ${why}`));
  }, settings.timeout);
  const stopPolicy = watchPagePolicy(origin, (message) => outcome.settle(failure('policy', message)));
  const stop = (): void => {
    clearTimeout(timer);
    stopPolicy();
  };
  // A meeting that has come was not refused; what the page's policy refuses later is something else of that server.
  return { alive: stop, stop };
}

function warnOfLimits({ kind }: MeetingOptions['embed']['operator']): void {
  const limit = LIMITS[kind];
  if (limit) warnOnce(limit.code, limit.message);
}

/** Runs one meeting; see `Provider.run`. */
export async function runMeeting(options: MeetingOptions, grant: Grant, signal: AbortSignal): Promise<void> {
  const { embed, listener, host } = options;
  if (grant.operator !== embed.operator.key) return listener.failed(failure('internal', 'the grant is for another operator'));
  warnOfLimits(embed.operator);
  removeJitsiLeftovers();
  const outcome = createOutcome(signal);
  const run: Run = { options, outcome };
  const silence = watchSilence(run, () => run.hasLoaded === true);
  const joined = (): void => (silence.alive(), listener.joined());
  const over = new AbortController();
  start(run, joined, over.signal).catch((error: unknown) => {
    // The script's constructor or a callback of the site threw: nothing may be left running half-way.
    outcome.settle(failure('internal', String(error)));
  });
  const end = await outcome.promise;
  over.abort();
  silence.stop();
  if (run.connection && end === 'left') await hangUp(run.connection);
  // Told first, so that whoever listens can still see where the focus is.
  tell(end, listener);
  run.connection?.close();
  host.replaceChildren();
  removeJitsiLeftovers();
}

function tell(end: Awaited<PendingOutcome['promise']>, listener: MeetingListener): void {
  if (end === 'ended') listener.ended();
  else if (end !== 'left') listener.failed(end);
}
