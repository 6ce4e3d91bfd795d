import { fetchProof } from './moments/npm-loading.js';
import type { ReceiptVerdict } from './receipts/verify-receipt.js';

/**
 * Says whether text, hash, terms and members of a receipt fit together, and if not, where; in browsers and in Node. Never rejects for what a
 * receipt holds.
 */
export async function verifyReceipt(receipt: unknown): Promise<ReceiptVerdict> {
  return (await fetchProof()).verifyReceipt(receipt);
}

export { type ConfigInput, type TextKey, configure } from './moments/npm.js';
export { GateError, type GateErrorCode, type GateIssue } from './lib/errors.js';
export { createRoomName } from './lib/room-name.js';
export type { GateEvents, MeetingApi } from './lib/events.js';
export type { Adapter, Answer, PlatformInstance } from './config/platform.js';
export type { GetToken, GetUrl, GetUserInfo, OperatorInput, UserInfo } from './config/schema.js';
export type { DecisionChange } from './consent/ledger.js';
export type { DecisionRecord } from './consent/record.js';
export type { GateState } from './gate/states.js';
export type { DecisionSource } from './page/decisions.js';
export type { Gate } from './page/gate.js';
export type { JitsiGateElement } from './elements/gate/gate-element.js';
export type { JitsiGateNoticeElement, NoticeMarkup } from './elements/notice/notice-element.js';
export type { JitsiGateSettingsElement } from './elements/settings/settings-element.js';
export type { ReceiptVerdict } from './receipts/verify-receipt.js';
export type { Receipt } from './receipts/receipt-schema.js';
export type { GateListeners, GateMarkup } from './elements/gate/markup.js';
export type { MountOptions } from './page/placeholders/mount-gate.js';
