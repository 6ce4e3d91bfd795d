/** What Jitsi's frame may do beyond showing itself, each for its own origin only (Permissions Policy; docs/jitsi.md §1). */
export const JITSI_ALLOW = [
  'autoplay', 'camera', 'clipboard-write', 'compute-pressure', 'display-capture', 'fullscreen', 'microphone', 'screen-wake-lock', 'speaker-selection',
] as const;
