import type { Embed } from '../config/embed.js';
import { emit } from '../lib/events.js';
import type { MeetingListener, RecordingMode, RecordingState } from '../providers/provider.js';
import { loadProvider } from '../providers/registry.js';
import type { GateContext } from './context.js';
import type { GateHost } from './controller.js';
import { decide } from './decide.js';
import type { GateAct, GateEvent } from './states.js';

/** All that one run of a meeting is about. */
export interface MeetingRunOptions {
  readonly host: GateHost;
  readonly context: GateContext;
  readonly embed: Embed;
  /** Aborted when the gate wants the meeting gone. */
  readonly signal: AbortSignal;
  /** Hands the meeting's own signals to the gate. */
  tell(event: GateEvent): void;
}

/** One meeting of a gate, from the grant to the last trace. */
export interface MeetingRun {
  /** Settles when nothing of the meeting is left in the page; rejects if our own files cannot be had. */
  readonly gone: Promise<void>;
  /** What is recorded; undefined before anything ever was. */
  readonly recording: RecordingState | undefined;
  /** Takes the visitor's answer to a question about recording out of an act; nothing where none is asked. */
  answer(act: GateAct): void;
}

/** What is consented to where a meeting is recorded in that way. */
function purposeOf(mode: RecordingMode): 'recording' | 'transcription' {
  return mode === 'transcription' ? mode : 'recording';
}

/** Settles when an element has come into view. */
export function inView(element: Element): Promise<void> {
  return new Promise((resolve) => {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    }).observe(element);
  });
}

/** Puts a meeting into the gate's stage and reports what becomes of it. */
export function createMeetingRun(options: MeetingRunOptions): MeetingRun {
  let recording: RecordingState | undefined;
  const { host, signal } = options;
  const listener = listenerFor(options, (state) => (recording = state));
  return {
    gone: meet(options, listener),
    get recording() {
      return recording;
    },
    answer(act) {
      const asked = recording?.asked ?? [];
      if (asked.length === 0 || signal.aborted || !/^(stay|leave|withdraw)$/.test(act)) return;
      for (const purpose of new Set(asked.map(purposeOf))) record(options, purpose, act === 'stay' ? 'granted' : 'declined');
      if (act === 'stay') recording?.stay();
      void host.requestUpdate();
    },
  };
}

/** Records what the visitor answered about being recorded: a decision of its own, for this meeting alone. */
function record({ host, context, embed }: MeetingRunOptions, purpose: 'recording' | 'transcription', decision: 'granted' | 'declined'): void {
  const { shownLang: lang, shownText: text } = host;
  decide(context, embed.operator, { decision, scope: 'once', source: 'visitor', sourceName: null, lang, text, purpose });
  emit(host.element, 'jitsi-gate-decision', { decision, operator: embed.operator.key, purpose });
}

async function meet({ host, context, embed, signal, tell }: MeetingRunOptions, listener: MeetingListener): Promise<void> {
  const { settings, nonce, ledger } = context;
  const { shownLang: lang, frameTitle } = host;
  const box = document.createElement('div');
  try {
    const [provider] = await Promise.all([loadProvider(), host.requestUpdate()]);
    const grant = ledger.grant(embed.operator);
    if (signal.aborted || !host.stage) return;
    if (!grant) return tell({ type: 'standing' });
    host.stage.append(box);
    // While an old meeting says goodbye, a new one may already be there.
    signal.addEventListener('abort', () => (box.hidden = true));
    await provider.run({ host: box, embed, settings, lang, own: host.element, frameTitle, nonce, listener }, grant, signal);
  } finally {
    box.remove();
  }
}

function listenerFor({ host, embed, signal, tell }: MeetingRunOptions, keep: (state: RecordingState) => void): MeetingListener {
  const operator = embed.operator.key;
  return {
    created: (meeting) => void emit(host.element, 'jitsi-gate-meeting', { ...meeting, operator }),
    joined: () => tell({ type: 'joined' }),
    ended: () => tell({ type: 'ended' }),
    failed: (failure) => tell({ type: 'failed', failure }),
    recording(state, changed) {
      if (signal.aborted) return;
      keep(state);
      for (const change of changed) emit(host.element, 'jitsi-gate-recording', { ...change, operator });
      void host.requestUpdate();
    },
  };
}
