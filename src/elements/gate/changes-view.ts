import { changesSince } from '../../consent/changes.js';
import type { DecisionRecord } from '../../consent/record.js';
import { enChanges } from '../../i18n/change-messages.js';
import { createTranslate } from '../../i18n/format.js';
import { textsOf } from '../../i18n/load.js';
import { h } from '../h.js';
import { operatorParams } from './first-facts.js';
import type { GateLook } from './look.js';

/** Tells in one line what of the terms has changed since the visitor's last choice, once the language has its words for it. */
export function changesView(look: GateLook, record: DecisionRecord | undefined): HTMLElement[] {
  const { embed, settings, own, language } = look;
  const parts = changesSince(record, embed.operator, settings);
  const texts = textsOf(language, 'more');
  if (parts.length === 0 || !texts) return [];
  const t = createTranslate({ ...enChanges, ...texts }, own);
  return [h('p', { class: 'changed' }, t('changed'), ...parts.flatMap((part) => [' ', t(`changed_${part}`, operatorParams(look))]))];
}
