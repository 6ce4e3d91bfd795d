import { since } from './builds.js';
import type { Rule } from './rule.js';

/** The settings that switch off what contacts others, but not statistics of the connection, STUN and sign-ins. */
const THIRD = ['disableThirdPartyRequests'] as const;
const ANALYTICS = ['analytics.disabled', ...THIRD] as const;

/** Others that a meeting contacts, and what is told to them (server facts B.1; the source of Jitsi Meet, react/features). */
const THIRD_PARTIES: readonly Rule[] = [
  { key: 'analytics.amplitudeAPPKey', when: 'set', unless: ANALYTICS, severity: 'high', does: 'sends what people do in meetings to Amplitude', contacts: ['api2.amplitude.com', 'US'], remedy: 'remove it', isForPages: false },
  { key: 'analytics.matomoEndpoint', when: 'foreign', needs: ['analytics.matomoSiteID'], unless: ANALYTICS, severity: 'high', does: 'loads Matomo from another host, with the name of the room', contacts: 'value', remedy: 'remove it, or run Matomo yourself and set analytics.obfuscateRoomName', isForPages: false },
  { key: 'analytics.matomoEndpoint', when: 'own', needs: ['analytics.matomoSiteID'], unless: ANALYTICS, severity: 'medium', does: 'counts visits with your own Matomo, with the name of the room', contacts: 'value', remedy: 'set analytics.obfuscateRoomName, and name it in the privacy notice', isForPages: false },
  { key: 'analytics.googleAnalyticsTrackingId', when: 'set', unless: ANALYTICS, only: { to: 10_072 }, severity: 'high', does: 'sends what people do in meetings to Google Analytics', contacts: ['www.google-analytics.com', 'US'], remedy: 'remove it', isForPages: false },
  { key: 'analytics.scriptURLs', when: 'foreign', unless: ANALYTICS, severity: 'high', does: 'runs a script of another host inside the meeting', contacts: 'value', remedy: 'empty the list', isForPages: false },
  { key: 'analytics.scriptURLs', when: 'own', unless: ANALYTICS, severity: 'medium', does: 'runs a further script inside the meeting', remedy: 'empty the list, or say in the privacy notice what it does', isForPages: false },
  { key: 'analytics.rtcstatsEnabled', when: 'true', severity: 'high', does: 'sends who is there and how the connection is to a statistics server, before anybody joins', remedy: 'set it to false, or use an endpoint of your own and say so', isForPages: true },
  { key: 'analytics.watchRTCEnabled', when: 'true', severity: 'high', does: 'sends statistics of calls to the company testRTC', contacts: ['watchrtc.testrtc.com'], remedy: 'set it to false', isForPages: true },
  { key: 'callStatsID', when: 'set', only: { to: 9219 }, severity: 'high', does: 'sends statistics of calls to callstats.io', contacts: ['api.callstats.io', 'US'], remedy: 'remove callStatsID and callStatsSecret', isForPages: false },
  { key: 'gravatar.disabled', when: 'false', absent: () => false, unless: THIRD, severity: 'medium', does: 'has every participant’s browser ask Gravatar for a picture by the hash of an e-mail address, where somebody gives one', contacts: ['www.gravatar.com', 'US'], remedy: 'set gravatar.disabled or disableThirdPartyRequests to true', isForPages: true },
  { key: 'gravatar.baseUrl', when: 'foreign', unless: THIRD, severity: 'medium', does: 'sends hashes of e-mail addresses to another host', contacts: 'value', remedy: 'remove it', isForPages: false },
  { key: 'gravatarBaseURL', when: 'foreign', unless: THIRD, severity: 'medium', does: 'sends hashes of e-mail addresses to another host', contacts: 'value', remedy: 'remove it', isForPages: false },
  { key: 'giphy.enabled', when: 'true', needs: ['giphy.sdkKey'], unless: THIRD, severity: 'medium', does: 'has every participant’s browser load pictures from Giphy when one of them sends one', contacts: ['i.giphy.com', 'US'], remedy: 'set it to false', isForPages: true },
  { key: 'dropbox.appKey', when: 'set', severity: 'medium', does: 'offers to keep recordings at Dropbox', contacts: ['www.dropbox.com', 'US'], remedy: 'remove it', isForPages: true },
  { key: 'googleApiApplicationClientID', when: 'set', severity: 'medium', does: 'loads Google’s script for calendars and live streams', contacts: ['apis.google.com', 'US'], remedy: 'remove it', isForPages: true },
  { key: 'microsoftApiApplicationClientID', when: 'set', severity: 'medium', does: 'offers calendars of Microsoft', contacts: ['graph.microsoft.com', 'US'], remedy: 'remove it', isForPages: false },
  { key: 'etherpad_base', when: 'foreign', severity: 'high', does: 'shows a shared document of another host, which learns the name of the room', contacts: 'value', remedy: 'remove it, or run Etherpad yourself and set conference.shared-document.use-random-name in jicofo.conf', isForPages: false },
  { key: 'etherpad_base', when: 'own', severity: 'medium', does: 'shows a shared document that is named like the room', remedy: 'set conference.shared-document.use-random-name in jicofo.conf', isForPages: false },
  { key: 'whiteboard.collabServerBaseUrl', when: 'foreign', needs: ['whiteboard.enabled'], severity: 'medium', does: 'sends what is drawn to another host', contacts: 'value', remedy: 'run it yourself, or set whiteboard.enabled to false', isForPages: false },
  { key: 'fileSharing.apiUrl', when: 'any host', needs: ['fileSharing.enabled'], severity: 'medium', does: 'keeps files that are shared', contacts: 'value', remedy: 'say how long, or set fileSharing.enabled to false', isForPages: false },
  ...['dialInNumbersUrl', 'dialInConfCodeUrl'].map((key): Rule => ({ key, when: 'foreign', severity: 'medium', does: 'asks another host for telephone numbers, with the name of the room', contacts: 'value', remedy: 'remove it, or answer it yourself', isForPages: false })),
  ...['inviteServiceUrl', 'peopleSearchUrl'].map((key): Rule => ({ key, when: 'foreign', severity: 'medium', does: 'sends names and addresses that are looked for to another host', contacts: 'value', remedy: 'remove it', isForPages: false })),
  { key: 'brandingDataUrl', when: 'foreign', severity: 'medium', does: 'asks another host for looks, with the name of the room', contacts: 'value', remedy: 'answer it yourself', isForPages: false },
  { key: 'dynamicBrandingUrl', when: 'foreign', severity: 'medium', does: 'fetches looks and further settings from another host when a meeting is loaded', contacts: 'value', remedy: 'answer it yourself', isForPages: false },
  ...['jaasActuatorUrl', 'jaasTokenUrl', 'webhookProxyUrl', 'billingCounterUrl', 'conferenceRequestUrl', 'tokenAuthUrl'].map((key): Rule => ({ key, when: 'foreign', severity: 'medium', does: 'hands the meeting, or whoever signs in, to a service of another host', contacts: 'value', remedy: 'name that host in the privacy notice, or remove it', isForPages: false })),
  { key: 'defaultLogoUrl', when: 'foreign', severity: 'low', does: 'loads a picture from another host', contacts: 'value', remedy: 'put it on your own server', isForPages: false },
  { key: 'corsAvatarURLs', when: 'filled', severity: 'info', does: 'loads pictures of people from the named hosts', contacts: 'value', remedy: 'name them in the privacy notice', isForPages: false },
];

/** What is recorded, kept and seen (B.3). */
const CONTENT: readonly Rule[] = [
  ...['recordingService.enabled', 'fileRecordingsServiceEnabled', 'fileRecordingsEnabled'].map((key): Rule => ({ key, when: 'true', only: key === 'fileRecordingsEnabled' ? { to: 10_007 } : {}, severity: 'medium', does: 'lets meetings be recorded on a server', remedy: 'set it to false, or say who keeps recordings where and for how long', isForPages: true })),
  { key: 'recordingService.sharingEnabled', when: 'true', severity: 'medium', does: 'gives out links to recordings', remedy: 'set it to false', isForPages: true },
  { key: 'localRecording.notifyAllParticipants', when: 'false', absent: () => false, unless: ['localRecording.disable'], severity: 'medium', does: 'lets anybody record on their own device without telling the others; in a frame since release 10532 nobody can', remedy: 'set localRecording.disable to true', isForPages: true },
  { key: 'screenshotCapture.enabled', when: 'true', severity: 'high', does: 'takes pictures of shared screens', remedy: 'set it to false', isForPages: true },
  { key: 'faceLandmarks.enableFaceExpressionsDetection', when: 'true', severity: 'high', does: 'reads feelings from faces', remedy: 'set it to false', isForPages: true },
  { key: 'faceLandmarks.enableFaceCentering', when: 'true', severity: 'medium', does: 'searches for faces', remedy: 'set it to false', isForPages: true },
  { key: 'speakerStats.disabled', when: 'false', absent: () => false, severity: 'low', does: 'shows everybody how long each one has spoken', remedy: 'set it to true where staff or pupils meet', isForPages: true },
  { key: 'enableSaveLogs', when: 'true', severity: 'low', does: 'lets logs with addresses be saved', remedy: 'set it to false', isForPages: true },
  { key: 'requireDisplayName', when: 'true', severity: 'low', does: 'lets nobody in without a name', remedy: 'set it to false, unless names are needed', isForPages: true },
  { key: 'prejoinConfig.enabled', when: 'false', absent: since(9364, false, true), severity: 'medium', does: 'starts camera and microphone without asking first', remedy: 'set it to true', isForPages: true },
  { key: 'startWithAudioMuted', when: 'false', absent: () => false, severity: 'low', does: 'starts with the microphone on', remedy: 'set it to true', isForPages: true },
  { key: 'startWithVideoMuted', when: 'false', absent: () => false, severity: 'low', does: 'starts with the camera on', remedy: 'set it to true', isForPages: true },
];

/** Who may come in, and what the browser keeps (B.4, B.5). */
const ACCESS: readonly Rule[] = [
  { key: 'enableInsecureRoomNameWarning', when: 'false', absent: () => false, severity: 'low', does: 'says nothing where a room’s name is easy to guess', remedy: 'set it to true', isForPages: true },
  { key: 'doNotStoreRoom', when: 'false', absent: () => false, severity: 'low', does: 'keeps a list of visited rooms in the browser', remedy: 'set it to true', isForPages: true },
  { key: 'deeplinking.disabled', when: 'false', absent: () => false, unless: ['disableDeepLinking'], severity: 'medium', does: 'leads people with a telephone to app stores and to apps that carry analytics of others', remedy: 'set it to true', isForPages: true },
  { key: 'disableIframeAPI', when: 'true', severity: 'medium', does: 'ends meetings on other sites after five minutes', remedy: 'remove it, if meetings are to be embedded', isForPages: false },
  { key: 'testing.testMode', when: 'true', severity: 'low', does: 'is left from a test', remedy: 'remove it', isForPages: true },
  { key: 'testing.failICE', when: 'true', severity: 'low', does: 'makes connections fail', remedy: 'remove it', isForPages: true },
  { key: 'e2eping.enabled', when: 'true', severity: 'low', does: 'measures the way between participants', remedy: 'remove it', isForPages: true },
  { key: 'MOBILE_APP_PROMO', in: 'interfaceConfig', when: 'not false', absent: () => true, unless: ['disableDeepLinking', 'deeplinking.disabled'], severity: 'low', does: 'advertises the apps', remedy: 'set it to false', isForPages: false },
];

/** Settings that do nothing any more: listed, and never a problem. */
export const DEAD: readonly (readonly [key: string, from: number])[] = [
  ['callStatsID', 9220], ['callStatsSecret', 9220], ['analytics.googleAnalyticsTrackingId', 10_073], ['useStunTurn', 5142], ['p2p.useStunTurn', 5142], ['enableUserRolesBasedOnToken', 5390],
  ['prejoinPageEnabled', 10_532], ['fileRecordingsEnabled', 10_008], ['logStats', 0], ['useNicks', 0], ['firefox_fake_device', 0], ['enableRemb', 0], ['desktopSharingChromeExtId', 0], ['e2ee.e2eeLabels', 0], ['enableJwtAuth', 0],
];

export const RULES: readonly Rule[] = [...THIRD_PARTIES, ...CONTENT, ...ACCESS];
