import { textIn } from '../../config/text-in.js';
import { SOFTWARE } from '../../facts/software/jitsi-kinds.js';
import { pathOf } from '../../facts/software/software.js';
import { createTranslate, isolate } from '../../i18n/format.js';
import { en } from '../../i18n/messages.js';
import { enSoftware } from '../../i18n/software-messages.js';
import { softwareTextsOf } from '../../i18n/software-texts.js';
import type { Texts } from '../../i18n/load.js';
import { h } from '../h.js';
import { linkView } from '../link-view.js';
import { alternativesView } from './alternatives-view.js';
import { factsView, firstFacts, operatorParams } from './first-facts.js';
import { type ConductedGate, later } from './later.js';
import { type GateLook, type View, detailsBox, heading } from './look.js';
import { noticeLink } from './notice-link.js';

/** The sentences that name the software. */
const NAMING = ['intro', 'introService', 'linkOnly'] as const;

/** The words of a gate whose meeting runs with another software than Jitsi: what it is, and what it stores. */
function wordsOf({ embed: { operator }, lang, texts, own }: GateLook, theirs: Texts): Readonly<Record<string, string>> {
  const { known: software } = operator;
  const words: Record<string, string> = { ...en, ...texts, ...enSoftware, ...theirs, ...own };
  const name = operator.softwareName ? textIn(operator.softwareName, lang) : software?.name ?? SOFTWARE;
  for (const key of NAMING) words[key] = words[key]?.replaceAll('{software}', (fact) => isolate(words[key] ?? '', fact && name)) ?? '';
  if (software) words['storedIs'] = operator.stored ? textIn(operator.stored, lang) : words[software.storedIs] ?? '';
  return words;
}

/** Whether only the site's own server knows addresses of meetings (providers/ask-callback.ts). */
const isSecret = ({ getUrl }: GateLook['settings']): boolean => (getUrl ?? (globalThis as { JitsiGateCallbacks?: { getUrl?: unknown } }).JitsiGateCallbacks?.getUrl) !== undefined;

/** The meeting's own address where that is no secret, else its server's. */
function addressOf({ embed, lang, settings }: GateLook): string {
  const { operator, room } = embed;
  const { origin, software, known, address, appId } = operator;
  if (isSecret(settings)) return `${origin}/`;
  if (!software) return `${origin}/${pathOf(appId ? `${appId}/${room}` : room)}`;
  return known?.address?.({ origin, room, lang, template: address }) ?? `${origin}/`;
}

const newTab = (look: GateLook): HTMLElement => {
  const link = linkView(addressOf(look), look.own?.['newTab'] ?? '');
  link.setAttribute('target', '_blank');
  link.setAttribute('part', 'new-tab');
  return link;
};

/** A gate whose server refuses frames: the facts, and a link in place of buttons that could not work. */
const linkOnly: View = (look) => {
  return [h('div', { class: 'view' },
    heading(look),
    h('p', {}, createTranslate(look.own ?? {})('linkOnly', operatorParams(look))),
    factsView(firstFacts(look)),
    h('p', {}, noticeLink(look)),
    h('ul', { class: 'links' }, h('li', {}, newTab(look))),
    ...alternativesView(look),
    detailsBox(look))];
};

/** What a page without events cannot tell, and the way out where a refused frame shows nothing. */
const beside = (look: GateLook): Node[] => [h('p', { class: 'muted' }, look.own?.['blind'] ?? ''), ...isSecret(look.settings) ? [] : [newTab(look)]];

/** How a gate is drawn where its operator has another software than Jitsi, or refuses frames; undefined until its texts are there. */
export function softwareLook(look: GateLook, gate: ConductedGate): GateLook | undefined {
  const { software, known, embeddable } = look.embed.operator;
  if (!software && embeddable !== false) return look;
  const theirs = softwareTextsOf(look.language, () => void gate.draw());
  if (!theirs) return undefined;
  const words = wordsOf(look, theirs);
  const drawn: GateLook = { ...look, own: words, t: createTranslate({ ...later.texts, ...en }, words) };
  return {
    ...drawn,
    ...embeddable === false && { view: linkOnly },
    ...known && !known.hear && { beside: () => beside(drawn) },
  };
}
