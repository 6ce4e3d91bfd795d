import { type PartyAbroad, abroad } from '../../config/abroad.js';
import type { Embed } from '../../config/embed.js';
import type { Operator } from '../../config/operator.js';
import type { Settings } from '../../config/settings.js';
import { SOFTWARE, storedText } from '../../facts/software/jitsi-kinds.js';
import { type Params, type Translate, countryName, duration, isolate } from '../../i18n/format.js';
import type { Texts } from '../../i18n/load.js';
import type { ChoiceKey } from '../../i18n/choice-messages.js';
import type { MessageKey } from '../../i18n/messages.js';
import { h } from '../h.js';

/**
 * `elements`: what the visitor sees and uses. Templates are functions of state; elements pass the visitor's acts on
 * and decide nothing.
 */

/** One line of facts: what it is about and what is so. */
export type Fact = readonly [term: string, text: string];

/** All that a view is drawn from. */
export interface Look {
  readonly t: Translate<MessageKey | ChoiceKey>;
  /** The owner's own texts in this language. */
  readonly own: Readonly<Record<string, string>> | undefined;
  /** BCP 47 tag by which dates and countries are written. */
  readonly lang: string;
  /** The texts of the language, to be laid over the English ones. */
  readonly texts: Texts;
  readonly embed: Pick<Embed, 'operator' | 'label'>;
  readonly settings: Settings;
}

/** The facts that texts about an operator are filled with. */
export function operatorParams({ embed: { operator, label }, settings, lang }: Pick<Look, 'embed' | 'settings' | 'lang'>): Params {
  const { domain, name } = operator;
  return {
    software: SOFTWARE,
    domain,
    name,
    title: label,
    site: settings.site,
    country: countryName(operator.country, lang),
    duration: duration(settings.maxAgeDays, lang),
  };
}

/** What protects data that somebody abroad receives; who that is, where it is not the operator. */
export function transferText({ t, lang, settings: { site }, embed }: Look, party: PartyAbroad): string {
  const { name, transfer: { tool } } = party;
  const text = t(`transfer_${tool as Exclude<typeof tool, 'none-needed'>}`, { name, site, country: countryName(party.country, lang) });
  return name === embed.operator.name ? text : `${isolate(text, name)}: ${text}`;
}

/** Whether an operator, on its site, has facts whose English texts have to be fetched. */
export function isRare(operator: Operator, { basis }: Settings): boolean {
  return basis !== 'consent' || operator.kind === 'jaas' || operator.analytics || abroad(operator).some(({ transfer }) => transfer.tool !== 'unknown');
}

/** What a visitor must be able to read before choosing, without opening anything (docs/law.md R17). */
export function firstFacts(look: Look): Fact[] {
  const { t, embed } = look;
  const { operator } = embed;
  const params = operatorParams(look);
  const facts: Fact[] = [
    [t('operator'), t('operatorIs', params)],
    [t('purpose'), t('purposeIs')],
    [t('sent'), t('sentIs')],
    [t('call'), t('callIs')],
    [t('stored'), t(storedText(operator.kind))],
  ];
  for (const party of abroad(operator)) facts.push([t('transfer'), transferText(look, party)]);
  if (operator.analytics) facts.push([t('analytics'), t('analyticsIs')]);
  facts.push([t('recording'), t(`certainty_${operator.recording}`)]);
  // A transcript or live stream that may happen is told here; that there is none stands in the details.
  for (const key of ['transcription', 'livestream'] as const) {
    if (/possible|always/.test(operator[key])) facts.push([t(key), t(`certainty_${operator[key]}`)]);
  }
  return facts;
}

/** The facts as a list of terms. */
export function factsView(facts: readonly Fact[]): HTMLElement {
  return h('dl', { class: 'facts' }, ...facts.flatMap(([term, text]) => [h('dt', {}, term), h('dd', {}, text)]));
}
