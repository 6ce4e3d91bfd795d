/** `jitsi-gate/types/solid`: the elements in Solid's JSX. Solid writes `prop:` before a property and `on:` before an event. */
import type { JSX } from 'solid-js';
import type { GateListeners, GateMarkup, JitsiGateElement, JitsiGateNoticeElement, JitsiGateSettingsElement, NoticeMarkup } from 'jitsi-gate';

type Properties = { readonly [name in keyof GateMarkup as `prop:${name}`]?: GateMarkup[name] };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'jitsi-gate': Omit<JSX.HTMLAttributes<JitsiGateElement>, keyof GateMarkup> & GateMarkup & Properties & GateListeners<'on:'>;
      'jitsi-gate-settings': JSX.HTMLAttributes<JitsiGateSettingsElement>;
      'jitsi-gate-notice': JSX.HTMLAttributes<JitsiGateNoticeElement> & NoticeMarkup;
    }
  }
}
