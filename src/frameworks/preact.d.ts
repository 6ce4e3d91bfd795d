/** `jitsi-gate/types/preact`: the elements in Preact's JSX. */
import type { HTMLAttributes } from 'preact';
import type { GateListeners, GateMarkup, JitsiGateElement, JitsiGateNoticeElement, JitsiGateSettingsElement, NoticeMarkup } from 'jitsi-gate';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'jitsi-gate': Omit<HTMLAttributes<JitsiGateElement>, keyof GateMarkup> & GateMarkup & GateListeners<'on'>;
      'jitsi-gate-settings': HTMLAttributes<JitsiGateSettingsElement>;
      'jitsi-gate-notice': HTMLAttributes<JitsiGateNoticeElement> & NoticeMarkup;
    }
  }
}
