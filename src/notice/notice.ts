import type { DetailKey } from '../i18n/detail-messages.js';
import type { Translate } from '../i18n/format.js';
import type { MessageKey } from '../i18n/messages.js';
import type { NoticeKey } from '../i18n/notice-messages.js';
import type { SoftwareKey } from '../i18n/software-messages.js';
import type { SettingsKey } from '../i18n/settings-messages.js';
import type { Operator } from '../config/operator.js';
import type { Settings } from '../config/settings.js';

/**
 * `notice`: the section about meetings in a site's privacy notice, as data (docs/law.md R130). It is made of the same facts and texts as
 * the gate, so that both say the same. Knows no markup; whoever shows it does so in their own (elements/notice, desk).
 */

/** A piece of a line. */
export type Piece =
  | string
  /** The owner's or the operator's own words, in whatever language. */
  | { readonly own: string }
  /** A name that stands in software. */
  | { readonly code: string }
  | { readonly href: string; readonly text: string }
  /** A fact that the owner has to add; the text says which. */
  | { readonly gap: string };

export type Line = readonly Piece[];

/** A part of a section. */
export type Block =
  | { readonly type: 'text'; readonly line: Line }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  /** The operator of whom the blocks that follow tell, where there are several. */
  | { readonly type: 'about'; readonly line: Line }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  /** Where the visitor can change the choice: what opens the settings. */
  | { readonly type: 'settings'; readonly text: string };

/** The sections, in the order of Art. 13 GDPR (docs/law.md R130). */
export const SECTIONS = ['controller', 'loading', 'purposes', 'data', 'recipients', 'transfers', 'retention', 'stored', 'withdrawal', 'rights', 'obligation', 'recording', 'children'] as const;

export type SectionId = (typeof SECTIONS)[number];

/** One heading and what stands below it. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The whole section of the privacy notice. */
export interface Notice {
  /** BCP 47 tag of its language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly intro: Line;
  readonly sections: readonly Section[];
  readonly version: string;
}

/** A text of the notice or the gate. */
export type NoticeTranslate = Translate<DetailKey | MessageKey | NoticeKey | SoftwareKey | SettingsKey>;

/** What a section is made of. */
export interface Source {
  readonly settings: Settings;
  readonly operators: readonly Operator[];
  readonly lang: string;
  readonly t: NoticeTranslate;
}
