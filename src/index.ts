import { checkConfig } from './config/check.js';
import type { ConfigInput as Config } from './config/schema.js';
import { readSettings } from './config/settings.js';
import { openLedger } from './gate/open-ledger.js';
import { setSite } from './gate/site.js';
import type { ChangeKey } from './i18n/change-messages.js';
import type { ChoiceKey } from './i18n/choice-messages.js';
import type { DetailKey } from './i18n/detail-messages.js';
import type { MeetingKey } from './i18n/meeting-messages.js';
import type { MessageKey } from './i18n/messages.js';
import type { SettingsKey } from './i18n/settings-messages.js';
import { GateError } from './lib/errors.js';
import { fetchBeforeChoice } from './moments/loading.js';
import { defineElements, fetchProof } from './moments/npm-loading.js';
import { openSettings } from './moments/openers.js';
import { type Gate, createGate, endActiveGate } from './page/gate.js';
import { followDecisions } from './page/follow-decisions.js';
import { createPlaceholders } from './page/placeholders/placeholders.js';
import { watchSettingsLinks } from './page/settings-links.js';
import { createSite } from './page/site.js';
import type { ReceiptVerdict } from './receipts/verify-receipt.js';

/** The key of a text that a visitor reads. */
export type TextKey = ChangeKey | ChoiceKey | MessageKey | MeetingKey | DetailKey | SettingsKey;

/** What the owner may write. `messages`: the owner's own words, by language (BCP 47) and key; all other texts stay ours. */
export type ConfigInput = Omit<Config, 'messages'> & {
  readonly messages?: Readonly<Record<string, { readonly [key in TextKey]?: string }>>;
};

/**
 * Configures the gate of this page and starts it. Nothing of a meeting server is contacted.
 * A later call replaces the earlier one.
 * @throws GateError with code `config`, `issues` naming every wrong path at once.
 */
export function configure(config: ConfigInput): Gate {
  const issues = checkConfig(config);
  if (issues.length > 0) throw new GateError('config', issues);
  endActiveGate();
  const settings = readSettings(config);
  const ledger = openLedger(settings);
  const site = createSite({ settings, ledger, fetchChoice: async (of) => (await fetchBeforeChoice()).openChoice(of) });
  defineElements();
  // Gates take note of what scripts decide.
  const stops = [watchSettingsLinks(openSettings), followDecisions(site), ledger.subscribe(() => void site.prepareChoice().catch(() => undefined))];
  const gate = createGate({ site, ledger, placeholders: createPlaceholders(), openSettings, stops });
  setSite(site);
  return gate;
}

/**
 * Says whether text, hash, terms and members of a receipt fit together, and if not, where; in browsers and in Node. Never rejects for what a
 * receipt holds.
 */
export async function verifyReceipt(receipt: unknown): Promise<ReceiptVerdict> {
  return (await fetchProof()).verifyReceipt(receipt);
}

export { GateError, type GateErrorCode, type GateIssue } from './lib/errors.js';
export { createRoomName } from './lib/room-name.js';
export type { GateEvents, MeetingApi } from './lib/events.js';
export type { GetToken, GetUserInfo, OperatorInput, UserInfo } from './config/schema.js';
export type { DecisionChange } from './consent/ledger.js';
export type { DecisionRecord } from './consent/record.js';
export type { GateState } from './gate/states.js';
export type { DecisionSource } from './page/decisions.js';
export type { Gate } from './page/gate.js';
export type { JitsiGateElement } from './elements/gate/gate-element.js';
export type { JitsiGateSettingsElement } from './elements/settings/settings-element.js';
export type { ReceiptVerdict } from './receipts/verify-receipt.js';
export type { Receipt } from './receipts/receipt-schema.js';
export type { GateListeners, GateMarkup } from './elements/gate/markup.js';
export type { MountOptions } from './page/placeholders/mount-gate.js';
