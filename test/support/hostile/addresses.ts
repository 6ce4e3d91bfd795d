import { type HostilePlaceholder, ADDRESSES, INVALID, MEGABYTE, SCRIPT, asking, inFrame } from './placeholder.js';

const MEET = 'https://meet.example.eu';
const JAAS = 'https://8x8.vc/vpaas-magic-cookie-1';

const REFUSED = [
  '', ' ', 'room', '/room', '//meet.example.eu/room', 'meet.example.eu/room', 'http://meet.example.eu/room', 'https://', 'https:///', `${MEET}`, `${MEET}/`, `${MEET}//`, `${MEET}//evil.example/x`,
  'https://user@meet.example.eu/room', 'https://user:pass@meet.example.eu/room', 'https://:pass@meet.example.eu/room', 'https://meet.example.eu@evil.example/room', 'https://meet.example.eu%40evil.example/room',
  'https://meet.example.eu:8443/room', 'https://meet.example.eu./room', 'https://www.meet.example.eu/room', 'https://meet.example.eu.evil.example/room', 'https://evilmeet.example.eu/room', 'https://meet.example.eu\u3002evil.example/room',
  'https://mееt.example.eu/room', 'https://xn--mt-6kcb.example.eu/room', 'https://evil.example#@meet.example.eu/room', 'https://evil.example\\@meet.example.eu/room', 'https://evil.example?.meet.example.eu/room',
  `${MEET}/room?jwt=x`, `${MEET}/room?token=x`, `${MEET}/room?lang=de`, `${MEET}/room#jwt=x`, `${MEET}/room#config.subject=1&jwt=x`, `${MEET}/room#token=x`,
  `${MEET}/a%2fb`, `${MEET}/a%2Fb`, `${MEET}/a%5cb`, `${MEET}/a%252fb`, `${MEET}/%25%32%66`, `${MEET}/%ff`, `${MEET}/%c0%af`, `${MEET}/%ed%a0%80`, `${MEET}/100%`, `${MEET}/a%00b`, `${MEET}/a%0d%0ab`, `${MEET}/%e2%80%aeroom`, `${MEET}/a%23b`, `${MEET}/a%3fb`,
  `${MEET}/%20`, `${MEET}/${'x'.repeat(201)}`, `${MEET}/${MEGABYTE}`, `${MEET}/room#config.subject="${MEGABYTE}"`, `${MEET}/room#${'config.startSilent=true&'.repeat(1000)}`,
  'https://8x8.vc/room', 'https://8x8.vc/vpaas-magic-cookie-2/room', 'https://8x8.vc/vpaas-magic-cookie-1', 'https://8x8.vc/vpaas-magic-cookie-1/', 'https://8x8.vc/vpaas-magic-cookie-1/../vpaas-magic-cookie-2/room', 'https://8x8.vc/VPAAS-magic-cookie-1/room',
  `blob:${MEET}/6c2e`, `filesystem:${MEET}/temporary/x`, `view-source:${MEET}/room`, `${SCRIPT}//meet.example.eu/%0aalert(1)`, `data:${MEET}/room`, 'about:blank', 'about:srcdoc', 'intent://meet.example.eu/room',
];

/** Overrides that are left out: the gate asks for the room, and the meeting gets none of them. */
const OVERRIDES = [
  'config.p2p.enabled=true', 'config.p2p={"enabled":true}', 'config.__proto__={"polluted":1}', 'config.__proto__.polluted=1', 'config.constructor={"prototype":{"polluted":1}}', 'config.prototype=1',
  'config.subject={"__proto__":{"polluted":1}}', 'config.subject={"a":{"constructor":{"prototype":{"polluted":1}}}}', 'config.toolbarButtons=[{"__proto__":{"polluted":1}}]', 'config.subject={"\\u005f_proto__":{"polluted":1}}',
  '__proto__=1', '__proto__.polluted=1', 'constructor.prototype.polluted=1', 'config.subject=<script>pwned=1</script>', 'config.subject=%ff', 'config.subject={', 'config.subject=', 'config.subject', '=', '&&&', 'config.=1', '.subject=1',
  'interfaceConfig.TOOLBAR_BUTTONS=[]', 'userInfo.email="x@evil.example"', 'devices.audioInput="x"', 'appData.localStorageContent="x"', 'jitsi_meet_external_api_id=7', 'iceServers.replace=[]', 'config.hosts={"domain":"evil.example"}',
  'config.bosh="//evil.example/http-bind"', 'config.websocket="wss://evil.example/"', 'config.dynamicBrandingUrl="https://evil.example/"', 'config.analytics={"scriptURLs":["https://evil.example/a.js"]}', 'config.disableThirdPartyRequests=false',
  'config.prejoinConfig={"enabled":false}', 'config.startWithVideoMuted.x=false', 'CONFIG.subject="x"', 'config.subject%00="x"', 'config%2esubject="x"', 'config.subject="a"&config.subject="b"&config.p2p={}',
];

/** Hostile addresses of iframes. */
export const FRAMES: readonly HostilePlaceholder[] = [
  ...inFrame(INVALID, [...REFUSED, ...ADDRESSES]),
  ...inFrame(asking(), OVERRIDES.map((hash) => `${MEET}/room#${hash}`)),
  ...inFrame(asking(), [`${MEET}/room`, `${MEET}:443/room`, 'HTTPS://MEET.EXAMPLE.EU/room', `${MEET}/a/../room`, `${MEET}/x/%2e%2e/room`, `${MEET}/room/`, `${MEET}\\room`, ` ${MEET}/room `, `ht\ntps://meet.example.eu/ro\tom`, `${MEET}/room?`, `https:meet.example.eu/room`, `https:\\\\meet.example.eu\\room`, 'https://meet。example。eu/room']),
  ...inFrame(asking('room', 'jaas'), [`${JAAS}/room`, `https://8x8.vc/x/../vpaas-magic-cookie-1/room`]),
  ...inFrame(asking('room', 'club'), ['https://other.example.org/room'], { 'data-jitsi-domain': 'meet.example.eu', 'data-jitsi-room': 'elsewhere' }),
  ...inFrame(INVALID, [`${MEET}/room`], { 'data-jitsi-operator': 'club' }),
  ...inFrame(INVALID, [`${MEET}/room`], { 'data-jitsi-jwt': 'x' }),
  ...inFrame(INVALID, [`${MEET}/room`], { 'data-jitsi-poster': '//evil.example/x.png' }),
];
