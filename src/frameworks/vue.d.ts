/** `jitsi-gate/types/vue`: the elements in Vue's templates. */
import type { DefineComponent, EmitsOptions, HTMLAttributes } from 'vue';
import type { GateEvents, GateMarkup, NoticeMarkup } from 'jitsi-gate';

type Emits = { readonly [name in keyof GateEvents]: (event: CustomEvent<GateEvents[name]>) => void } & EmitsOptions;

declare module 'vue' {
  interface GlobalComponents {
    JitsiGate: DefineComponent<GateMarkup & Omit<HTMLAttributes, keyof GateMarkup>, object, object, object, object, object, object, Emits>;
    JitsiGateSettings: DefineComponent<HTMLAttributes>;
    JitsiGateNotice: DefineComponent<HTMLAttributes & NoticeMarkup>;
  }
}
