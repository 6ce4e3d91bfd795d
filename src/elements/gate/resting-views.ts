import { h } from '../h.js';
import { alternativesView } from './alternatives-view.js';
import { operatorParams } from './first-facts.js';
import { noticeLink } from './notice-link.js';
import { type View, button, detailsBox, heading, isService } from './look.js';

/** Builds the view of a gate whose operator is allowed already. */
export const readyView: View = (look) => {
  const service = isService(look);
  return [h('div', { class: 'view' },
    heading(look),
    h('p', {}, look.t(service ? 'introService' : 'readyIs', operatorParams(look)), ' ', noticeLink(look)),
    // Where no consent is claimed there is none to withdraw.
    h('div', { class: 'actions single' }, button(look, 'accept', look.t('join')), ...service ? [] : [button(look, 'withdraw', look.t('withdraw'))]),
    h('div', { class: 'note' }),
    ...alternativesView(look),
    detailsBox(look))];
};

/** Builds the view of a gate whose operator was refused. */
export const declinedView: View = (look) => [h('div', { class: 'view' },
  // One calm line, and no heading.
  h('p', { id: 'heading', part: 'heading', tabindex: -1 }, look.t('declined', operatorParams(look))),
  ...alternativesView(look),
  h('div', { class: 'actions single' }, button(look, 'reconsider', look.t('reconsider'))),
  h('div', { class: 'note' }))];
