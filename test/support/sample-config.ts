import type { Embed } from '../../src/config/embed.js';
import type { Operator } from '../../src/config/operator.js';
import type { ConfigInput, OperatorInput } from '../../src/config/schema.js';
import { type Settings, readSettings } from '../../src/config/settings.js';

/** The least that an operator of its own has to say. */
export const clinic: OperatorInput = { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' };

/** The least that a site has to say. */
export const minimal: ConfigInput = { operators: { clinic }, privacyUrl: '/privacy#meetings' };

/** An operator that says everything that can be said. */
export const fullOperator: OperatorInput = {
  domain: 'video.example.com:8443',
  name: 'Example, Inc.',
  country: 'US',
  kind: 'self-hosted',
  role: 'processor',
  hosting: { name: 'Hoster Oy', country: 'FI' },
  privacyUrl: 'https://example.com/privacy',
  transfer: { tool: 'scc', evidenceUrl: 'https://example.com/scc.pdf', checkedOn: '2026-11-01' },
  recording: 'possible',
  transcription: 'never',
  livestream: 'always',
  analytics: true,
  retention: 'Log files: seven days',
  recipients: [{ name: 'Turn BV', country: 'NL', purpose: 'relaying' }],
  hosts: ['turn.example.com', 'stun.example.com:3478'],
  alternatives: [{ label: 'By telephone', url: 'tel:+493012345' }, { label: 'Contact', url: '/contact' }],
  release: 'release-1234',
  integrity: 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
  recordingConsentEnforced: true,
};

/** A configuration that says everything that can be said. */
export const full: ConfigInput = {
  operators: { clinic, abroad: fullOperator, jaas: { domain: '8x8.vc', appId: 'vpaas-magic-cookie-1a2b' } },
  defaultOperator: 'abroad',
  privacyUrl: 'https://site.example/privacy',
  site: 'Practice Example',
  basis: 'consent',
  audience: 'general',
  maxAgeDays: 90,
  storage: 'session',
  storageKey: 'my.gate_1-a',
  cookieDomain: 'site.example',
  remember: 'never',
  start: 'auto',
  mode: 'api',
  noticeVersion: '2026-11',
  receipts: '/api/receipts',
  lang: 'de-AT',
  legalBasis: { en: 'A law of ours', de: 'Ein Gesetz' },
  headingLevel: 3,
  messages: { en: { accept: 'Go' } },
  cmp: 'none',
  cmpService: { abroad: 'jitsi-us' },
  cmpCategory: 'marketing',
  cmpWriteBack: true,
  recordingPolicy: 'notify',
  timeout: 5000,
  diagnostics: 'never',
  frame: { sandbox: 'allow-scripts allow-same-origin', referrerPolicy: 'origin', allow: ['speaker-selection'] },
  getToken: () => 'token',
  userInfo: () => ({ displayName: 'Guest' }),
  jitsi: { configOverwrite: { p2p: { enabled: true } }, interfaceConfigOverwrite: { TOOLBAR_BUTTONS: ['hangup'] } },
};

/** Settings of the minimal configuration with other options. */
export function sampleSettings(options: Partial<ConfigInput> = {}): Settings {
  return readSettings({ ...minimal, ...options });
}

/** The only operator of a site that declares just this one. */
export function sampleOperator(facts: Partial<OperatorInput> = {}): Operator {
  const [operator] = sampleSettings({ operators: { clinic: { ...clinic, ...facts } } }).operators.values();
  if (!operator) throw new Error('no operator was declared');
  return operator;
}

/** A placeholder that was found right. */
export function sampleEmbed(values: Partial<Embed> = {}): Embed {
  const defaults = { label: '', lang: '', start: 'click', subject: '', height: '560px', poster: '', headingLevel: 2, overrides: {} } as const;
  return { room: 'consulting-hour', operator: sampleOperator(), ...defaults, ...values };
}
