/**
 * Stand-ins for platforms that are no packages: each speaks the interface that its documentation or source shows (docs/platforms.md says
 * which), with the traps: defaults that say yes, events that repeat at each page view, functions that come late.
 */
export interface StandIn {
  /** What the gate has to be told. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Runs in the page: uses `kept()` (`granted`, `denied` or null), `keep(answer)` and `fire(target, name, detail)`, and sets `window.say`. */
  readonly script: string;
  /** Options with which it knows no such service, or no such category. */
  readonly wrong?: Readonly<Record<string, unknown>>;
  /** Whether it tells a no from no answer before it was ever told yes; some do not. */
  readonly isWritten?: boolean;
}

const PRELUDE = `
const KEY = 'stand-in-platform';
const kept = () => localStorage.getItem(KEY);
const keep = (answer) => localStorage.setItem(KEY, answer);
const isYes = () => kept() === 'granted';
const fire = (target, name, detail) => target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
const late = (what) => setTimeout(what, 300);`;

export const standInMarkup = ({ script }: StandIn): string => `<script>{${PRELUDE}${script}}</script>`;

const category = (cmp: string, cmpCategory: string, wrong: string): Pick<StandIn, 'options' | 'wrong'> => ({ options: { cmp, cmpCategory }, wrong: { cmp, cmpCategory: wrong } });

export const STAND_INS: Readonly<Record<string, StandIn>> = {
  cookiebot: {
    ...category('cookiebot', 'preferences', 'necessary'),
    script: `
window.Cookiebot = { get hasResponse() { return kept() !== null; }, get consent() { return { necessary: true, preferences: kept() === null || isYes(), method: kept() === null ? 'implied' : 'explicit' }; } };
window.CookieConsent = { consent: Cookiebot.consent };
const tell = () => { fire(window, isYes() ? 'CookiebotOnAccept' : 'CookiebotOnDecline'); fire(window, 'CookiebotOnConsentReady'); };
addEventListener('load', () => kept() !== null && tell());
window.say = (answer) => { keep(answer); tell(); };`,
  },
  'usercentrics 2': {
    options: { cmp: 'usercentrics', cmpService: 'BJz7qNsdj-7' },
    wrong: { cmp: 'usercentrics' },
    isWritten: true,
    script: `
late(() => {
  const service = () => ({ id: 'BJz7qNsdj-7', name: 'Meetings', consent: { status: kept() === null || isYes(), history: [{ type: 'implicit' }, ...kept() === null ? [] : [{ type: 'explicit' }]] } });
  const save = async (answer) => { keep(answer); };
  window.UC_UI = { isInitialized: () => true, getServicesBaseInfo: async () => [service()], acceptService: () => save('granted'), rejectService: () => save('denied') };
  fire(window, 'UC_UI_INITIALIZED');
  fire(window, 'UC_UI_CMP_EVENT', { type: 'CMP_SHOWN' });
});
window.say = (answer) => { keep(answer); fire(window, 'UC_UI_CMP_EVENT', { type: 'SAVE', source: 'first' }); };`,
  },
  'usercentrics 3': {
    options: { cmp: 'usercentrics', cmpService: 'BJz7qNsdj-7' },
    wrong: { cmp: 'usercentrics' },
    isWritten: true,
    script: `
let isReady = false;
let draft;
window.__ucCmp = {
  isInitialized: async () => isReady,
  getConsentDetails: async () => ({ consent: { type: kept() === null ? 'IMPLICIT' : 'EXPLICIT' }, services: { 'BJz7qNsdj-7': { name: 'Meetings', consent: { given: kept() === null || isYes() } } } }),
  updateServicesConsents: async ([{ id, consent }]) => { if (id === 'BJz7qNsdj-7') draft = consent; },
  saveConsents: async () => { keep(draft ? 'granted' : 'denied'); fire(window, 'UC_UI_CMP_EVENT', { type: 'SAVE', source: '__ucCmp' }); },
};
late(() => { isReady = true; fire(window, 'UC_UI_INITIALIZED'); });
window.say = (answer) => { keep(answer); fire(window, 'UC_UI_CMP_EVENT', { type: answer === 'granted' ? 'ACCEPT_ALL' : 'DENY_ALL', source: 'button' }); };`,
  },
  onetrust: {
    ...category('onetrust', 'C0003', 'C0001'),
    script: `
const groups = () => (window.OnetrustActiveGroups = kept() === null || isYes() ? ',C0001,C0003,' : ',C0001,');
window.OptanonWrapper = () => {};
late(() => {
  groups();
  window.OneTrust = { IsAlertBoxClosed: () => kept() !== null, GetDomainData: () => ({ Groups: [{ CustomGroupId: 'C0001', Status: 'always active' }, { CustomGroupId: 'C0003', Status: 'inactive' }] }) };
  fire(window, 'OneTrustGroupsUpdated', groups().split(','));
});
window.say = (answer) => { keep(answer); fire(window, 'OneTrustGroupsUpdated', groups().split(',')); fire(window, 'OTConsentApplied'); };`,
  },
  didomi: {
    options: { cmp: 'didomi', cmpService: 'c:jitsi-x8k2' },
    wrong: { cmp: 'didomi' },
    script: `
const listeners = [];
late(() => {
  window.Didomi = { getCurrentUserStatus: () => ({ vendors: { 'c:jitsi-x8k2': { enabled: isYes() }, essential: { enabled: true } }, purposes: {} }), shouldUserStatusBeCollected: () => kept() === null, on: (event, heard) => listeners.push(heard) };
  late(() => {
    const queue = window.didomiOnReady ?? [];
    window.didomiOnReady = { push: (ready) => ready(Didomi) };
    for (const ready of queue) ready(Didomi);
  });
});
window.say = (answer) => { keep(answer); for (const heard of listeners) heard(); };`,
  },
  axeptio: {
    options: { cmp: 'axeptio' },
    script: `
const listeners = [];
const tell = () => { for (const heard of listeners) heard({ jitsi: isYes() }); };
late(() => {
  window.axeptioSDK = { on: (event, heard) => { if (event === 'cookies:complete') { listeners.push(heard); if (kept() !== null) heard({ jitsi: isYes() }); } }, hasAcceptedVendor: () => isYes() };
});
window.say = (answer) => { keep(answer); tell(); };`,
  },
  iubenda: {
    ...category('iubenda', '3', '1'),
    script: `
late(() => { window._iub = { cs: { api: { isPreferenceExpressed: () => kept() !== null, getPreferences: () => ({ purposes: { 1: true, 3: kept() === null || isYes() } }) } } }; });
window.say = (answer) => keep(answer);`,
  },
  cookieyes: {
    ...category('cookieyes', 'functional', 'marketing'),
    script: `
window.getCkyConsent = () => ({ isUserActionCompleted: kept() !== null, categories: { necessary: true, functional: kept() === null || isYes() } });
addEventListener('load', () => fire(document, 'cookieyes_banner_load', getCkyConsent()));
window.say = (answer) => { keep(answer); fire(document, 'cookieyes_consent_update', { accepted: isYes() ? ['functional'] : [], rejected: [] }); };`,
  },
  osano: {
    ...category('osano', 'PERSONALIZATION', 'ESSENTIAL'),
    script: `
const listeners = [];
late(() => {
  window.Osano = Object.assign(() => {}, { cm: {
    getConsent: () => ({ ESSENTIAL: 'ACCEPT', PERSONALIZATION: kept() === null || isYes() ? 'ACCEPT' : 'DENY' }),
    addEventListener: (event, heard) => { if (event === 'osano-cm-consent-saved') { listeners.push(heard); if (kept() !== null) heard(); } },
    removeEventListener: (event, heard) => listeners.splice(listeners.indexOf(heard), 1),
  } });
});
window.say = (answer) => { keep(answer); for (const heard of [...listeners]) heard(Osano.cm.getConsent()); };`,
  },
  termly: {
    ...category('termly', 'performance', 'essential'),
    script: `
const listeners = [];
late(() => { window.Termly = { getConsentState: () => (kept() === null ? null : { essential: true, performance: isYes() }), on: (event, heard) => listeners.push(heard) }; });
window.say = (answer) => { keep(answer); for (const heard of listeners) heard({}); };`,
  },
  complianz: {
    ...category('complianz', 'marketing', 'functional'),
    isWritten: true,
    script: `
window.complianz = { consenttype: 'optin', clean_cookies: 1, prefix: 'cmplz_' };
Object.assign(window, {
  cmplz_get_banner_status: () => (kept() === null ? 'show' : 'dismissed'),
  cmplz_has_consent: () => true,
  cmplz_has_service_consent: (service) => service === 'jitsi' && (kept() === null || isYes()),
  cmplz_is_service_denied: () => kept() === 'denied',
  cmplz_set_service_consent: (service, granted) => { keep(granted ? 'granted' : 'denied'); fire(document, 'cmplz_status_change_service', { service, value: granted }); },
});
addEventListener('load', () => fire(document, 'cmplz_fire_categories'));
window.say = (answer) => cmplz_set_service_consent('jitsi', answer === 'granted');`,
  },
  borlabs: {
    options: { cmp: 'borlabs' },
    script: `
late(() => {
  window.BorlabsCookie = { Consents: { hasConsent: (service) => service === 'jitsi' && isYes(), hasConsentForServiceGroup: (group) => group === 'essential' } };
  fire(window, 'borlabs-cookie-after-init');
});
window.say = (answer) => { keep(answer); fire(window, 'borlabs-cookie-consent-saved'); };`,
  },
  'real-cookie-banner': {
    options: { cmp: 'real-cookie-banner' },
    wrong: { cmp: 'real-cookie-banner', cmpService: 'jitsi-meet' },
    script: `
window.consentApi = { consent: async () => {}, consentSync: () => ({ cookie: null, consentGiven: false, cookieOptIn: true }) };
late(() => {
  window.consentApi = {
    wrapFn() {}, unblock: async () => {}, unblockSync: () => undefined,
    consentSync: (service) => ({ cookie: service === 'jitsi' ? {} : null, consentGiven: kept() !== null, cookieOptIn: kept() === null || isYes() }),
  };
  fire(window, 'consentApi');
  if (kept() !== null) fire(document, 'RCB/OptIn/All');
});
window.say = (answer) => { keep(answer); fire(document, isYes() ? 'RCB/OptIn' : 'RCB/OptOut'); };`,
  },
  'wp-consent-api': {
    ...category('wp-consent-api', 'preferences', 'functional'),
    isWritten: true,
    script: `
window.consent_api = { cookie_prefix: 'wp_consent' };
const services = () => JSON.parse(decodeURIComponent(document.cookie.match(/wp_consent_consented_services=([^;]*)/)?.[1] ?? '{}'));
Object.assign(window, {
  wp_has_consent: (name) => !window.wp_consent_type || document.cookie.includes('wp_consent_' + name + '=allow') || !document.cookie.includes('wp_consent_' + name),
  wp_is_service_denied: (service) => services()[service] === false,
  wp_set_service_consent: (service, granted) => { document.cookie = 'wp_consent_consented_services=' + encodeURIComponent(JSON.stringify({ [service]: granted })) + ';path=/'; fire(document, 'wp_consent_api_status_change_service', { service, value: granted }); },
});
late(() => { window.wp_consent_type = 'optin'; fire(document, 'wp_consent_type_defined'); });
window.say = (answer) => { document.cookie = 'wp_consent_preferences=' + (answer === 'granted' ? 'allow' : 'deny') + ';path=/'; fire(document, 'wp_listen_for_consent_change', { preferences: answer }); };`,
  },
  'drupal-cookies': {
    options: { cmp: 'drupal-cookies' },
    isWritten: true,
    script: `
window.drupalSettings = { cookies: { cookiesjsr: { config: { cookie: { name: 'cookiesjsr' } } } } };
const services = () => JSON.parse(decodeURIComponent(document.cookie.match(/cookiesjsr=([^;]*)/)?.[1] ?? '{"functional":true}'));
const tell = () => fire(document, 'cookiesjsrUserConsent', { services: services() });
const save = (jitsi) => { document.cookie = 'cookiesjsr=' + encodeURIComponent(JSON.stringify({ functional: true, jitsi })) + ';path=/'; tell(); };
addEventListener('DOMContentLoaded', tell);
document.addEventListener('cookiesjsrSetService', ({ detail }) => save(detail.services.jitsi));
window.say = (answer) => save(answer === 'granted');`,
  },
  'eu-cookie-compliance': {
    ...category('eu-cookie-compliance', 'video', 'video'),
    script: `
const queues = [];
window.drupalSettings = { eu_cookie_compliance: { method: 'categories' } };
window.Drupal = { eu_cookie_compliance: Object.assign((queue, heard) => queues.push([queue, heard]), {
  getCurrentStatus: () => (kept() === null ? null : isYes() ? '2' : '0'), hasAgreed: () => true, hasAgreedWithCategory: (name) => name === 'video' && (kept() === null || isYes()),
}) };
const tell = (start) => { for (const [queue, heard] of queues) if (queue === start) heard({}); };
addEventListener('load', () => tell('postPreferencesLoad'));
window.say = (answer) => { keep(answer); if (isYes()) tell('postPreferencesSave'); else location.reload(); };`,
  },
  'typo3-cookieman': {
    options: { cmp: 'typo3-cookieman', cmpService: 'Jitsi' },
    script: `
const listeners = [];
late(() => { window.cookieman = { hasConsented: (group) => group === 'mandatory', hasConsentedTrackingObject: (name) => name === 'Jitsi' && isYes(), onConsentChanged: (heard) => listeners.push(heard) }; });
window.say = (answer) => { keep(answer); for (const heard of listeners) heard([]); };`,
  },
  'sg-cookie-optin': {
    ...category('sg-cookie-optin', 'iframes', 'essential'),
    script: `
window.SgCookieOptin = { checkIsExternalGroupAccepted: () => true };
window.say = (answer) => { document.cookie = 'cookie_optin=essential:1|iframes:' + (answer === 'granted' ? 1 : 0) + ';path=/'; fire(document.body, 'consentCookieSet', { cookieValue: '' }); };`,
  },
  shopify: {
    ...category('shopify', 'preferences', 'functional'),
    script: `
late(() => { window.Shopify = { customerPrivacy: { preferencesProcessingAllowed: () => true, currentVisitorConsent: () => ({ preferences: kept() === null ? '' : isYes() ? 'yes' : 'no' }) } }; });
window.say = (answer) => { keep(answer); fire(document, 'visitorConsentCollected', { preferencesAllowed: isYes() }); };`,
  },
};
