/** `jitsi-gate/types/svelte`: the elements in Svelte's templates. */
import type { HTMLAttributes } from 'svelte/elements';
import type { GateListeners, GateMarkup, JitsiGateElement, JitsiGateNoticeElement, JitsiGateSettingsElement, NoticeMarkup } from 'jitsi-gate';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'jitsi-gate': Omit<HTMLAttributes<JitsiGateElement>, keyof GateMarkup> & GateMarkup & GateListeners<'on'>;
    'jitsi-gate-settings': HTMLAttributes<JitsiGateSettingsElement>;
    'jitsi-gate-notice': HTMLAttributes<JitsiGateNoticeElement> & NoticeMarkup;
  }
}
