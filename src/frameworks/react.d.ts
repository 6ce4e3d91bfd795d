/** The elements in React's JSX; part of `jitsi-gate/react`. */
import type { GateListeners, GateMarkup, JitsiGateElement, JitsiGateNoticeElement, JitsiGateSettingsElement, NoticeMarkup } from 'jitsi-gate';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'jitsi-gate': Omit<DetailedHTMLProps<HTMLAttributes<JitsiGateElement>, JitsiGateElement>, keyof GateMarkup> & GateMarkup & GateListeners<'on'> & { class?: string | undefined };
      'jitsi-gate-settings': DetailedHTMLProps<HTMLAttributes<JitsiGateSettingsElement>, JitsiGateSettingsElement> & { class?: string | undefined };
      'jitsi-gate-notice': DetailedHTMLProps<HTMLAttributes<JitsiGateNoticeElement>, JitsiGateNoticeElement> & NoticeMarkup & { class?: string | undefined };
    }
  }
}
