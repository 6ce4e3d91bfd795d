import { textIn } from '../../config/text-in.js';
import { SOFTWARE } from '../../facts/software/jitsi-kinds.js';
import { pathOf } from '../../facts/software/software.js';
import { createTranslate, isolate } from '../../i18n/format.js';
import { en } from '../../i18n/messages.js';
import { enSoftware } from '../../i18n/software-messages.js';
import { softwareTextsOf } from '../../i18n/software-texts.js';
import { h } from '../h.js';
import { linkView } from '../link-view.js';
import { alternativesView } from './alternatives-view.js';
import { factsView, firstFacts, operatorParams } from './first-facts.js';
import { type ConductedGate, type Later, later } from './later.js';
import { type GateLook, type View, detailsBox, heading } from './look.js';
import { noticeLink } from './notice-link.js';

/** The sentences that name the software. */
const NAMING = ['intro', 'introService', 'linkOnly'] as const;

/** The name of an operator's software, as visitors know it. */
const nameOf = ({ softwareName, known }: GateLook['embed']['operator'], lang: string): string => (softwareName ? textIn(softwareName, lang) : known?.name ?? SOFTWARE);

/**
 * The words in which an operator is told of that has another software than Jitsi, or refuses frames: what it is, and what it stores. Undefined
 * until their texts are there; calls back when they are.
 */
export const softwareWords: NonNullable<Later['wordsFor']> = ({ embed: { operator }, language, lang, texts, own }, come) => {
  const { known: software } = operator;
  if (!operator.software && operator.embeddable !== false) return own ?? {};
  const theirs = softwareTextsOf(language, come);
  if (!theirs) return undefined;
  const words: Record<string, string> = { ...en, ...texts, ...enSoftware, ...theirs, ...own };
  const name = nameOf(operator, lang);
  for (const key of NAMING) {
    const { [key]: text = '' } = words;
    words[key] = text.replaceAll('{software}', () => isolate(text, name));
  }
  if (software) words['storedIs'] = operator.stored ? textIn(operator.stored, lang) : words[software.storedIs] ?? '';
  return words;
};

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
const linkOnly: View = (look) => [
  h('div', { class: 'view' },
    heading(look),
    h('p', {}, createTranslate(look.own ?? {})('linkOnly', operatorParams(look))),
    factsView(firstFacts(look)),
    h('p', {}, noticeLink(look)),
    h('ul', { class: 'links' }, h('li', {}, newTab(look))),
    ...alternativesView(look),
    detailsBox(look)),
];

/** What a page without events cannot tell, and the way out where a refused frame shows nothing. */
const beside = (look: GateLook): Node[] => [h('p', { class: 'muted' }, look.own?.['blind'] ?? ''), ...isSecret(look.settings) ? [] : [newTab(look)]];

/** How a gate is drawn where its operator has another software than Jitsi, or refuses frames; undefined until its texts are there. */
export function softwareLook(look: GateLook, gate: ConductedGate): GateLook | undefined {
  const { software, known, embeddable } = look.embed.operator;
  if (!software && embeddable !== false) return look;
  const words = softwareWords(look, () => void gate.draw());
  if (!words) return undefined;
  const drawn: GateLook = { ...look, own: words, t: createTranslate({ ...later.texts, ...en }, words) };
  return {
    ...drawn,
    ...embeddable === false && { view: linkOnly },
    ...known && (!known.hear || known.mayBeSilent) && { beside: () => beside(drawn) },
  };
}
