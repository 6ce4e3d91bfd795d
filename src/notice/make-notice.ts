import { createTranslate } from '../i18n/format.js';
import type { Line, Notice, NoticeTranslate, Source } from './notice.js';
import { SECTIONS } from './notice.js';
import { TELL, softwareOf } from './sections.js';

/** What a notice is made of: the settings and the texts of its language, laid over the English ones. */
export interface NoticeInput extends Pick<Source, 'settings' | 'lang'> {
  readonly dir: Notice['dir'];
  readonly texts: Readonly<Record<string, string>>;
  /** The owner's own texts in this language. */
  readonly own?: Readonly<Record<string, string>> | undefined;
}

const HEADINGS = { stored: 'kept', rights: 'rights' } as const;

/** The section of a site's privacy notice about all its operators, in one language. */
export function makeNotice({ settings, lang, dir, texts, own }: NoticeInput): Notice {
  const t: NoticeTranslate = createTranslate(texts as Parameters<typeof createTranslate>[0], own);
  const operators = [...settings.operators.values()];
  const source: Source = { settings, lang, t, operators };
  const software = [...new Set(operators.map((operator) => softwareOf(operator, lang)))].join(', ');
  return {
    lang,
    dir,
    title: t('noticeTitle'),
    intro: [t('noticeIs', { software })],
    sections: SECTIONS.map((id) => ({ id, title: t(id === 'stored' || id === 'rights' ? HEADINGS[id] : `heading_${id}`), blocks: TELL[id](source) })),
    version: t('version', { notice: settings.noticeVersion }),
  };
}

/** Every line of a notice, in its order. */
export const linesOf = ({ intro, sections }: Notice): Line[] => [intro, ...sections.flatMap(({ blocks }) => blocks.flatMap((block): readonly Line[] => {
  if (block.type === 'list') return block.items;
  if (block.type === 'table') return block.rows.flat();
  return block.type === 'settings' ? [[block.text]] : [block.line];
}))];

/** What the owner has to add to a notice, in its language. */
export const gapsOf = (notice: Notice): string[] => linesOf(notice).flat().flatMap((piece) => (typeof piece === 'object' && 'gap' in piece ? [piece.gap] : []));
