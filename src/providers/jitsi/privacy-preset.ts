type Config = Readonly<Record<string, unknown>>;

/**
 * What every meeting is started with (SPEC 5; facts: jitsi.md §3; law R48). These are requests: the server may ignore
 * them, so no text promises them. The owner's own values win key by key.
 */
export const PRIVACY_PRESET: Config = {
  // No avatars, GIFs or shared videos from elsewhere.
  disableThirdPartyRequests: true,
  gravatar: { disabled: true },
  giphy: { enabled: false },
  // No usage statistics.
  analytics: { disabled: true, rtcstatsEnabled: false },
  enableDisplayNameInStats: false,
  enableEmailInStats: false,
  // A direct connection would show participants each other's IP address and asks a further server (STUN).
  p2p: { enabled: false },
  // No list of rooms kept in the browser; no script of the server in a window of the site.
  doNotStoreRoom: true,
  pip: { disabled: true },
  // The visitor sees and hears what will be sent before joining.
  prejoinConfig: { enabled: true },
  startWithAudioMuted: true,
  startWithVideoMuted: true,
  // No "open in the app" page in the visitor's way.
  disableDeepLinking: true,
  // Recording is announced before joining, not suggested, and never made on the visitor's device.
  recordings: { showPrejoinWarning: true, suggestRecording: false },
  localRecording: { disable: true },
  // No analysis of faces.
  faceLandmarks: { enableFaceCentering: false, enableFaceExpressionsDetection: false },
};

const isObject = (value: unknown): value is Config => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Lays `over` on `under`, one key at a time, also within one level of nested settings. */
export function mergeConfig(under: Config, over: Config): Config {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isObject(below) && isObject(value) ? { ...below, ...value } : value;
  }
  return merged;
}
