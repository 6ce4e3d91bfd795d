import { mayRemember } from '../../config/settings.js';
import { isInForeignFrame } from '../../lib/foreign-frame.js';
import { h } from '../h.js';
import { linkView } from '../link-view.js';
import { alternativesView } from './alternatives-view.js';
import { factsView, firstFacts, operatorParams } from './first-facts.js';
import { type View, button, heading, isService } from './look.js';

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
    h('p', {}, t(service ? 'withdrawalService' : 'withdrawal'), ' ', linkView(settings.privacyUrl, t('privacyNotice'))),
    h('div', { class: 'actions choice' },
      button(look, 'accept', t(service ? 'acceptService' : 'accept', params)),
      button(look, 'decline', t('decline'))),
    h('div', { class: 'note' }),
    ...offersToRemember
      ? [h('label', {}, h('input', { type: 'checkbox', part: 'remember', 'aria-describedby': 'heading', autocomplete: 'off' }), h('span', {}, t('remember', params)))]
      : [],
    ...alternativesView(look),
    h('details', { part: 'details', toggle: look.openDetails }, h('summary', {}, t('details'))));
  return embed.poster ? [h('img', { src: embed.poster, alt: '' }), view] : [view];
};
