import type { Grant } from '../../consent/grant.js';
import { warnOnce } from '../../lib/warn-once.js';
import { removeJitsiLeftovers } from '../../storage/jitsi-leftovers.js';
import type { MeetingFailure, MeetingOptions } from '../provider.js';
import { roomPath, scriptUrl } from './address.js';
import { giveUpLoad, loadExternalApi } from './api-loader.js';
import { type PendingOutcome, atMost, createOutcome } from './outcome.js';
import { PRIVACY_PRESET, mergeConfig } from './privacy-preset.js';
import type { JitsiApi, JitsiApiConstructor } from './types.js';

/** How long the meeting may take to say goodbye, in milliseconds (SPEC 3). */
const GOODBYE = 2000;

// Any of these is the meeting's page itself saying that the visitor can use it (facts: jitsi.md §1.9).
const SIGNS_OF_LIFE = ['ready', 'prejoinScreenLoaded', 'passwordRequired', 'videoConferenceJoined'];

const failure = (code: MeetingFailure['code'], message: string): MeetingFailure => ({ code, message });

/** What the script's constructor is given. Token and names are asked for now, after the grant, and kept nowhere. */
async function apiOptions({ host, embed, settings, lang }: MeetingOptions): Promise<Record<string, unknown>> {
  const { operator, overrides, subject } = embed;
  const { getToken, userInfo, jitsi } = settings;
  const jwt = await getToken?.({ operator: operator.key, room: embed.room });
  const user = typeof userInfo === 'function' ? await userInfo() : userInfo;
  const preset = mergeConfig({ ...overrides, ...(subject && { subject }) }, PRIVACY_PRESET);
  return {
    roomName: roomPath(embed),
    parentNode: host,
    width: '100%',
    height: '100%',
    lang,
    configOverwrite: mergeConfig(preset, jitsi?.configOverwrite ?? {}),
    interfaceConfigOverwrite: jitsi?.interfaceConfigOverwrite ?? {},
    ...(jwt && { jwt }),
    ...(user && { userInfo: user }),
    ...(operator.release && { release: operator.release }),
  };
}

/** Fetches the class, or settles the outcome with why it cannot be had. */
async function fetchApi({ embed, nonce }: MeetingOptions, outcome: PendingOutcome): Promise<JitsiApiConstructor | undefined> {
  const url = scriptUrl(embed.operator);
  const loading = loadExternalApi({ url, nonce, integrity: embed.operator.integrity });
  void outcome.promise.then(() => giveUpLoad(url));
  const api = await Promise.race([loading, outcome.promise]);
  if (api === undefined) outcome.settle(failure('unreachable', `${url} could not be loaded`));
  return typeof api === 'function' ? api : undefined;
}

/** Listens before the meeting can speak: its first events may come in the same turn (facts: jitsi.md §2.1). */
function listen(api: JitsiApi, { listener }: MeetingOptions, outcome: PendingOutcome): void {
  for (const sign of SIGNS_OF_LIFE) api.addListener(sign, () => listener.joined());
  api.addListener('readyToClose', () => outcome.settle('ended'));
  api.addListener('errorOccurred', (payload) => {
    const { error } = Object(payload) as { error?: { isFatal?: unknown; name?: unknown } };
    if (error?.isFatal) outcome.settle(failure('meeting-error', String(error.name)));
  });
}

/** One run of a meeting: what there is to take away again. */
interface Run {
  readonly options: MeetingOptions;
  readonly outcome: PendingOutcome;
  api?: JitsiApi;
}

async function start(run: Run): Promise<void> {
  const { options, outcome } = run;
  const [Api, settings] = await Promise.all([fetchApi(options, outcome), apiOptions(options)]);
  if (!Api || !outcome.isOpen() || !options.host.isConnected) return outcome.settle('left');
  run.api = new Api(options.embed.operator.domain, settings);
  listen(run.api, options, outcome);
  run.api.getIFrame().title = options.frameTitle;
  options.listener.created(run.api);
}

/** Hangs up and waits for the goodbye, so that the others do not see a frozen ghost (facts: jitsi.md §1.6). */
async function hangUp(api: JitsiApi): Promise<void> {
  const goodbye = new Promise((resolve) => api.addListener('readyToClose', resolve));
  api.executeCommand('hangup', false);
  await atMost(goodbye, GOODBYE);
}

function clear({ options: { host }, api }: Run): void {
  api?.dispose();
  host.replaceChildren();
  removeJitsiLeftovers();
}

/** Runs one meeting; see `Provider.run`. */
export async function runMeeting(options: MeetingOptions, grant: Grant, signal: AbortSignal): Promise<void> {
  const { embed, settings, listener } = options;
  if (grant.operator !== embed.operator.key) return listener.failed(failure('internal', 'the grant is for another operator'));
  if (embed.operator.kind === 'meet.jit.si') {
    warnOnce('meet.jit.si', 'the first participant must sign in there, and embedded calls may end after five minutes; use your own server or JaaS');
  }
  removeJitsiLeftovers();
  const outcome = createOutcome(signal);
  const timer = setTimeout(() => outcome.settle(failure('timeout', `no sign of life within ${settings.timeout} ms`)), settings.timeout);
  const joined = (): void => (clearTimeout(timer), listener.joined());
  const run: Run = { options: { ...options, listener: { ...listener, joined } }, outcome };
  start(run).catch((error: unknown) => {
    // The script's constructor or a callback of the site threw: nothing may be left running half-way.
    outcome.settle(failure('internal', String(error)));
  });
  const end = await outcome.promise;
  clearTimeout(timer);
  if (run.api && end === 'left') await hangUp(run.api);
  // Told first, so that whoever listens can still see where the focus is.
  if (end === 'ended') listener.ended();
  else if (end !== 'left') listener.failed(end);
  clear(run);
}
