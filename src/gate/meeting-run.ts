import type { Embed } from '../config/embed.js';
import { emit } from '../lib/events.js';
import { pageNonce } from '../lib/page-nonce.js';
import type { MeetingListener, OwnAnswers, Provider, RecordingMode, RecordingState } from '../providers/provider.js';
import type { Shown } from './press.js';
import { shownOf } from './shown-of.js';
import { recordDecision } from './record-decision.js';
import type { Site } from './site.js';
import type { GateEvent } from './states.js';
import { tellUndeclared } from './undeclared-recording.js';

/** What a run of a meeting needs to know of the gate that shows it. */
export interface MeetingHost {
  readonly element: HTMLElement & OwnAnswers;
  /** Draws the gate anew; settles when it is drawn. */
  requestUpdate(): Promise<void>;
  /** The element in which meetings are put; it never moves. */
  readonly stage: HTMLElement | null;
  /** The language of the gate's texts. */
  readonly shownLang: string;
  /** Accessible name of the meeting's frame. */
  readonly frameTitle: string;
}

/** All that one run of a meeting is about. */
export interface MeetingRunOptions {
  readonly host: MeetingHost;
  readonly site: Site;
  readonly embed: Embed;
  /** Aborted when the gate wants the meeting removed. */
  readonly signal: AbortSignal;
  /** Hands the meeting's own signals to the gate. */
  tell(event: GateEvent): void;
}

/** One meeting of a gate, from the grant to the last trace. */
export interface MeetingRun {
  /** Settles when nothing of the meeting is left in the page. */
  readonly removed: Promise<void>;
  /** What is recorded; undefined before anything ever was. */
  readonly recording: RecordingState | undefined;
  /** Takes the visitor's answer to the question about a recording; does nothing where none is asked. */
  answer(isAgreed: boolean, shown: Shown): void;
}

/** Puts a meeting into a gate's stage and reports what becomes of it. */
export type CreateMeetingRun = (options: MeetingRunOptions) => MeetingRun;

/** What is consented to where a meeting is recorded in that way. */
function purposeOf(mode: RecordingMode): 'recording' | 'transcription' {
  return mode === 'transcription' ? mode : 'recording';
}

/** Makes runs of meetings, each by the provider of its operator. */
export function meetingRunsOf(providerOf: (operator: Embed['operator']) => Provider): CreateMeetingRun {
  return (options) => {
    let recording: RecordingState | undefined;
    const { host, signal } = options;
    const listener = listenerFor(options, (state) => (recording = state));
    return {
      removed: meet(providerOf(options.embed.operator), options, listener),
      get recording() {
        return recording;
      },
      answer(isAgreed, shown) {
        const asked = recording?.asked ?? [];
        if (asked.length === 0 || signal.aborted) return;
        for (const purpose of new Set(asked.map(purposeOf))) record(options, { purpose, decision: isAgreed ? 'granted' : 'declined', shown });
        if (isAgreed) recording?.stay();
        void host.requestUpdate();
      },
    };
  };
}

interface Answer {
  readonly purpose: 'recording' | 'transcription';
  readonly decision: 'granted' | 'declined';
  readonly shown: Shown;
}

/** Records what the visitor answered about being recorded: a decision of its own, for this meeting alone. */
function record({ host, site, embed }: MeetingRunOptions, { purpose, decision, shown }: Answer): void {
  recordDecision(site, embed.operator, { ...shownOf({ shown, embed }), decision, scope: 'once', source: 'visitor', sourceName: null, purpose });
  emit(host.element, 'jitsi-gate-decision', { decision, operator: embed.operator.key, purpose });
}

/** The height that was asked for, but no higher than the window, so that the tool bar is in view on a phone held sideways. */
function setHeight({ style }: HTMLElement, height: string): void {
  style.height = height;
  // Left as it is by browsers that do not know `svh`. The bar above takes up to 128 pixels.
  style.height = `min(${height}, max(240px, 100svh - 128px))`;
  // A part of nothing is nothing, where the box has no height of its own.
  style.minHeight = height.endsWith('%') ? '240px' : '';
}

async function meet(provider: Provider, { host, site, embed, signal, tell }: MeetingRunOptions, listener: MeetingListener): Promise<void> {
  const { settings, nonce, ledger } = site;
  const { shownLang: lang, frameTitle } = host;
  const box = document.createElement('div');
  try {
    // The stage is shown with the state that asked for this.
    await host.requestUpdate();
    const grant = ledger?.grant(embed.operator);
    if (signal.aborted || !host.stage) return;
    // Its server refuses frames; the gate has a link.
    if (embed.operator.embeddable === false) return tell({ type: 'ended' });
    if (!grant) return tell({ type: 'standing' });
    setHeight(host.stage, embed.height);
    host.stage.append(box);
    // While an old meeting says goodbye, a new one may already be there.
    signal.addEventListener('abort', () => (box.hidden = true));
    await provider.run({ host: box, embed, settings, lang, own: host.element, frameTitle, nonce: nonce || pageNonce(), listener }, grant, signal);
  } finally {
    box.remove();
  }
}

function listenerFor({ host, site, embed, signal, tell }: MeetingRunOptions, keep: (state: RecordingState) => void): MeetingListener {
  const operator = embed.operator.key;
  // Has the browser ask whether the page is to be left; older ones look at the value alone. Each meeting has its own, once.
  const askToStay = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    event.returnValue = 'live';
  };
  return {
    created: (meeting) => void emit(host.element, 'jitsi-gate-meeting', { ...meeting, operator }),
    joined() {
      tell({ type: 'joined' });
      // No longer than the meeting: a page that listens for this may not be kept for going back (https://web.dev/articles/bfcache).
      if (site.settings.confirmLeave) addEventListener('beforeunload', askToStay, { signal });
    },
    ended: () => tell({ type: 'ended' }),
    failed: (failure) => tell({ type: 'failed', failure }),
    recording(state, changed) {
      if (signal.aborted) return;
      keep(state);
      for (const change of changed) {
        if (change.on) tellUndeclared(embed.operator, change.mode);
        emit(host.element, 'jitsi-gate-recording', { ...change, operator });
      }
      void host.requestUpdate();
    },
  };
}
