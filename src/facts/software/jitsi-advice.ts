import type { JitsiKind } from './jitsi-kinds.js';

/** A limit of a server that its owner should know of before visitors meet it. */
export interface Limit {
  /** The code that the console shows. */
  readonly code: 'meet.jit.si';
  readonly message: string;
}

/** The limits of each kind of server (docs/jitsi.md §6). */
export const LIMITS: { readonly [kind in JitsiKind]?: Limit } = {
  'meet.jit.si': {
    code: 'meet.jit.si',
    message: 'the first participant must sign in there, and embedded calls may end after five minutes; use your own server or JaaS',
  },
};

/** How a Jitsi server keeps strangers out of a room whose name they know (docs/jitsi.md §1.9, §3: `passwordRequired`, `lobby`). */
export const ROOM_PROTECTION = 'let the server ask for a password or use a lobby';

/**
 * What each mode of embedding puts into the page, which the page's policies have to let in: the server's script, which makes
 * the frame (docs/jitsi.md §7), or the frame alone.
 */
export const PAGE_NEEDS = {
  api: ['script', 'frame'],
  frame: ['frame'],
} as const;
