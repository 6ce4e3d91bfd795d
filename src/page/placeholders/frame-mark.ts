/** Marks a gate that stands beside its iframe, so that a copy of both can be told from an author's own gate. */
export const FRAME_MARK = 'data-jitsi-for-frame';
