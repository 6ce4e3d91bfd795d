import type { Grant } from '../../consent/grant.js';
import type { Heard, Software } from '../../facts/software/software.js';
import { askUrl } from '../ask-callback.js';
import { createEmbedFrame } from '../embed-frame.js';
import { type PendingOutcome, atMost, createOutcome } from '../outcome.js';
import { watchPagePolicy } from '../page-policy.js';
import type { MeetingFailure, MeetingOptions, Provider } from '../provider.js';
import { createRecording } from './recording.js';

/** How long the meeting may take to say goodbye, in milliseconds. */
const GOODBYE = 2000;

const failure = (code: MeetingFailure['code'], message: string): MeetingFailure => ({ code, message });

/** The meeting's address: the site's own answer, or what the software makes of the room. @throws Error where there is neither */
async function addressOf(software: Software, { embed, lang, settings }: MeetingOptions): Promise<string> {
  const { operator, room } = embed;
  const own = await askUrl(embed, settings);
  if (own) return own.href;
  if (!software.address) throw new Error(`${software.name} has addresses by getUrl only`);
  return software.address({ origin: operator.origin, room, lang, template: operator.address });
}

/** One run of a meeting: what there is to take away again. */
interface Run {
  readonly options: MeetingOptions;
  readonly software: Software;
  readonly outcome: PendingOutcome;
  readonly stops: (() => void)[];
  /** Whether its page was fetched, whatever came of it. */
  hasLoaded?: boolean;
}

/** Hears what a meeting's page says, and nobody else: by its window and its origin (docs/law.md R72). */
function listen({ contentWindow }: HTMLIFrameElement, { software: { hear }, options: { embed } }: Run, tell: (heard: Heard) => void): () => void {
  const { origin } = embed.operator;
  const listener = ({ data, source, origin: from }: MessageEvent): void => {
    if (source !== contentWindow || from !== origin || typeof data !== 'object' || data === null) return;
    const heard = hear?.(data as Readonly<Record<string, unknown>>);
    if (heard) tell(heard);
  };
  addEventListener('message', listener);
  return () => removeEventListener('message', listener);
}

/** Puts the meeting's page into the page. It is up when it says so; one that never says anything, when it has loaded. */
function enter(run: Run, url: string, alive: () => void): HTMLIFrameElement {
  const { options, software, outcome, stops } = run;
  const { host, embed: { operator }, settings, frameTitle, listener } = options;
  const { allow = software.allow, referrerPolicy = settings.frame?.referrerPolicy } = operator;
  const frame = createEmbedFrame({ ...settings.frame, features: allow, referrerPolicy, url, title: frameTitle });
  const recording = createRecording(listener.recording);
  let isUp = false;
  const joined = (): void => {
    alive();
    if (!isUp) listener.joined();
    isUp = true;
  };
  frame.addEventListener('load', () => {
    run.hasLoaded = true;
    if (!software.hear || software.mayBeSilent) joined();
  });
  host.append(frame);
  stops.push(listen(frame, run, (heard) => {
    if (heard.type === 'joined') joined();
    else if (heard.type === 'recording') recording(heard.mode, heard.on);
    else outcome.settle(heard.type === 'ended' ? 'ended' : failure('kicked', 'the meeting says so'));
  }));
  listener.created({ iframe: frame });
  return frame;
}

/** Leaves as the software wants it, and waits for its goodbye, so that the others see no frozen ghost. */
async function leave(run: Run, frame: HTMLIFrameElement): Promise<void> {
  const { software: { leave: message }, options } = run;
  if (message === undefined) return;
  const { origin } = options.embed.operator;
  let stop: (() => void) | undefined;
  const goodbye = new Promise<void>((resolve) => {
    stop = listen(frame, run, ({ type }) => void (type !== 'joined' && type !== 'recording' && resolve()));
  });
  frame.contentWindow?.postMessage(message, origin);
  await atMost(goodbye, GOODBYE);
  stop?.();
}

/** Shows meetings of software whose page needs no script of its own here: in a frame of ours. */
export const frameProvider: Provider = {
  async run(options, grant: Grant, signal) {
    const { embed: { operator }, listener, host, settings } = options;
    const { known: software } = operator;
    if (!software || grant.operator !== operator.key) return listener.failed(failure('internal', 'the grant is for another operator, or its software is not known'));
    const outcome = createOutcome(signal);
    const stops: (() => void)[] = [];
    const run: Run = { options, software, outcome, stops };
    const timer = setTimeout(() => outcome.settle(failure(run.hasLoaded ? 'refused' : 'timeout', `no sign of life within ${settings.timeout} ms`)), settings.timeout);
    const stopPolicy = watchPagePolicy(operator.origin, (message) => outcome.settle(failure('policy', message)));
    const alive = (): void => {
      clearTimeout(timer);
      stopPolicy();
    };
    let frame: HTMLIFrameElement | undefined;
    addressOf(software, options).then((url) => {
      if (outcome.isOpen() && host.isConnected) frame = enter(run, url, alive);
      else outcome.settle('left');
    }).catch((error: unknown) => outcome.settle(failure('internal', String(error))));
    const end = await outcome.promise;
    alive();
    if (frame && end === 'left') await leave(run, frame);
    for (const stop of stops) stop();
    // Told first, so that whoever listens can still see where the focus is.
    if (end === 'ended') listener.ended();
    else if (end !== 'left') listener.failed(end);
    host.replaceChildren();
  },
};
