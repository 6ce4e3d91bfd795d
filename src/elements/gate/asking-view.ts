import { mayRemember } from '../../config/settings.js';
import { isInForeignFrame } from '../../lib/foreign-frame.js';
import { h } from '../h.js';
import { alternativesView } from './alternatives-view.js';
import { factsView, firstFacts, operatorParams } from './first-facts.js';
import { noticeLink } from './notice-link.js';
import { type View, button, detailsBox, heading, isService } from './look.js';

/** Builds the view of a gate that asks. */
export const askingView: View = (look) => {
  const { t, settings, embed } = look;
  const params = operatorParams(look);
  const service = isService(look);
  const offersToRemember = mayRemember(settings, embed.operator) && !isInForeignFrame();
  const view = h('div', { class: 'view' },
    heading(look),
    h('p', {}, t(service ? 'introService' : 'intro', params)),
    factsView(firstFacts(look)),
    h('p', {}, t(service ? 'withdrawalService' : 'withdrawal'), ' ', noticeLink(look)),
    h('div', { class: 'actions choice' },
      button(look, 'accept', t(service ? 'acceptService' : 'accept', params)),
      button(look, 'decline', t('decline'))),
    h('div', { class: 'note' }),
    ...offersToRemember
      ? [h('label', {}, h('input', { type: 'checkbox', part: 'remember', 'aria-describedby': 'heading', autocomplete: 'off' }), h('span', {}, t('remember', params)))]
      : [],
    ...alternativesView(look),
    detailsBox(look));
  return embed.poster ? [h('img', { src: embed.poster, alt: '' }), view] : [view];
};
