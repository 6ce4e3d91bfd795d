import { abroad } from '../config/abroad.js';
import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';
import type { TextByLanguage } from '../config/text-in.js';
import { contactedHosts, isDirect } from '../facts/software/jitsi-hosts.js';
import { STORED_VERSION } from '../facts/software/jitsi-stored-version.js';
import { STORED_VERSIONS } from '../facts/software/stored-versions.js';
import { canonicalJson } from '../lib/canonical-json.js';
import { digest } from '../lib/digest.js';

/** The parts of the terms, in the order in which their digests stand in a record. */
export const TERM_PARTS = ['operator', 'recipients', 'purposes', 'storage', 'transfer', 'recording', 'notice'] as const;

export type TermPart = (typeof TERM_PARTS)[number];

/** The text that the others are translations of: the first. */
const originalOf = (text: TextByLanguage): string | undefined => (typeof text === 'string' ? text : Object.values(text)[0]);

/**
 * The material facts that a decision is made on (docs/law.md R35). Texts, layout and language are not among them: of an owner's
 * words in several languages the first counts, and a translation changes nothing.
 */
export function termsOf(operator: Operator, settings: Settings): Record<TermPart, unknown> {
  const { domain, name, country, kind, role, hosting, appId, software, softwareName, stored, recipients = [], analytics, retention } = operator;
  const { recording, transcription, livestream, recordingConsentEnforced } = operator;
  const jitsi = software ? undefined : settings.jitsi?.configOverwrite;
  return {
    operator: { domain, name, country, kind, appId, software, softwareName: softwareName && originalOf(softwareName) },
    recipients: {
      recipients: recipients.map((one) => ({ name: one.name, country: one.country, purpose: originalOf(one.purpose) })),
      hosts: contactedHosts(operator, jitsi).filter((host) => host !== domain),
      direct: isDirect(jitsi) || undefined,
      analytics,
      role,
      hosting: hosting && { name: hosting.name, country: hosting.country },
      site: settings.site,
    },
    purposes: ['load'],
    storage: { list: software ? STORED_VERSIONS[software] : STORED_VERSION, stored: stored && originalOf(stored), mode: software ? 'frame' : settings.mode, retention: retention && originalOf(retention) },
    // Whoever is abroad, with what protects data there.
    transfer: abroad(operator).map(({ transfer }) => transfer.tool),
    // What nobody states is what is stated not to be so.
    recording: { recording, transcription, livestream, recordingConsentEnforced: recordingConsentEnforced || undefined },
    notice: settings.noticeVersion,
  };
}

/**
 * The digest of the terms: one for each part, joined by dots, so that a later visit can tell which part has changed
 * without keeping the old text.
 */
export function termsDigest(operator: Operator, settings: Settings): string {
  const terms = termsOf(operator, settings);
  return TERM_PARTS.map((part) => digest(canonicalJson(terms[part]))).join('.');
}
