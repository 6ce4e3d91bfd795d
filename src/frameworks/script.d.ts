/** `jitsi-gate/types/script`: what a script tag makes of the page, for sites that check their own scripts. */
import type { ConfigInput, Gate } from 'jitsi-gate';

declare global {
  interface Window {
    /** The same as `configure()` gives, once `ready`; there from the script tag on. */
    readonly JitsiGate: Partial<Gate> & { readonly ready: Promise<Gate> };
    /** What a script tag cannot say in attributes or JSON: read after the visitor's yes. */
    JitsiGateCallbacks?: Pick<ConfigInput, 'getToken' | 'getUrl' | 'userInfo' | 'cmp'>;
  }
}
