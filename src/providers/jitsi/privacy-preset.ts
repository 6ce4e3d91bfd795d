/** One setting that every meeting is started with. */
export interface PresetRow {
  /** Jitsi's own name of the setting; `group.name` where it lies in a group. */
  readonly key: string;
  readonly value: boolean;
  /** Why, in one clause, for the owner: docs/meetings.md and the console show it. */
  readonly reason: string;
}

const row = (key: string, value: boolean, reason: string): PresetRow => ({ key, value, reason });

/**
 * What every meeting is started with (docs/jitsi.md §2.2, §3; docs/law.md R48). These are requests: the server may ignore
 * them, so no text promises them to visitors. The owner's own values win key by key (`meetingConfig`).
 */
export const PRIVACY_PRESET: readonly PresetRow[] = [
  row('disableThirdPartyRequests', true, 'no avatars, GIFs or shared videos are fetched from other hosts'),
  row('gravatar.disabled', true, 'no e-mail address is looked up at gravatar.com'),
  row('giphy.enabled', false, 'no GIFs are searched at Giphy'),
  row('analytics.disabled', true, 'no usage is analysed'),
  row('analytics.rtcstatsEnabled', false, 'no log of the connection, with user and room, goes to a statistics server'),
  // Gone from today's source, still on its whitelist: older servers act on it.
  row('analytics.watchRTCEnabled', false, 'no call statistics go to the company testRTC'),
  row('enableDisplayNameInStats', false, 'names stay out of statistics'),
  row('enableEmailInStats', false, 'e-mail addresses stay out of statistics'),
  row('p2p.enabled', false, 'a direct connection shows participants each other’s IP address and asks a further server (STUN)'),
  row('doNotStoreRoom', true, 'no list of visited rooms is kept in the browser'),
  // Cannot undo the same setting of the server, which Jitsi reads beside it (react/features/base/jitsi-local-storage).
  row('useHostPageLocalStorage', false, 'names and devices are not kept in your site’s storage, unless server or browser insist'),
  row('pip.disabled', true, 'no script of the meeting server runs in a window of your site'),
  row('prejoinConfig.enabled', true, 'visitors see and hear what will be sent before they join'),
  row('startWithAudioMuted', true, 'nobody is heard before they choose to be'),
  row('startWithVideoMuted', true, 'nobody is seen before they choose to be'),
  row('disableDeepLinking', true, 'no page leads visitors out of your site into an app'),
  // A server that has `deeplinking.disabled` itself ignores the older name (react/features/base/config/reducer.ts).
  row('deeplinking.disabled', true, 'the same for servers that know only the newer name'),
  row('recordings.showPrejoinWarning', true, 'visitors hear of recording before they join'),
  row('recordings.suggestRecording', false, 'nobody is urged to record'),
  row('localRecording.disable', true, 'no recording is made on a participant’s device'),
  row('localRecording.notifyAllParticipants', true, 'where you allow such recordings, everybody is told'),
  row('transcription.enabled', false, 'speech is not turned into text, often by a further company'),
  row('transcription.autoTranscribeOnRecord', false, 'where you allow transcripts, a recording does not start one by itself'),
  row('faceLandmarks.enableFaceCentering', false, 'faces are not searched for'),
  row('faceLandmarks.enableFaceExpressionsDetection', false, 'feelings are not read from faces'),
  row('screenshotCapture.enabled', false, 'no pictures are taken of a shared screen'),
];
