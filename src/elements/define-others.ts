import { defineElement } from './define-gate.js';
import { JitsiGateNoticeElement, type NoticeOpener } from './notice/notice-element.js';
import { JitsiGateSettingsElement, type SettingsOpener } from './settings/settings-element.js';

/** Registers `<jitsi-gate-settings>` and `<jitsi-gate-notice>`, with the ways in which they get their displays. */
export function defineOthers(settings: SettingsOpener, notice: NoticeOpener): void {
  JitsiGateSettingsElement.opener = settings;
  defineElement('jitsi-gate-settings', JitsiGateSettingsElement);
  JitsiGateNoticeElement.opener = notice;
  defineElement('jitsi-gate-notice', JitsiGateNoticeElement);
}
