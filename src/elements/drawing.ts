import { type TemplateResult, render } from 'lit/html.js';
import { warnOnce } from '../lib/warn-once.js';

/** What is drawn into a shadow root. */
export interface Drawn {
  /** The styles, shared by every root that names the same text. */
  readonly styles: string;
  /** The content, as a function of what the element knows. */
  view(): TemplateResult;
  /** Called after each drawing, for what a template cannot do. */
  drawn(): void;
}

const sheets = new Map<string, CSSStyleSheet>();
// Kept: what a page takes away later is not missed.
const { replaceSync } = CSSStyleSheet.prototype;

/** The constructed style sheet of a text, the same one each time. */
export function sheetOf(text: string): CSSStyleSheet {
  const known = sheets.get(text);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  replaceSync.call(sheet, text);
  sheets.set(text, sheet);
  return sheet;
}

/** Adds styles that only what is drawn later needs. */
export function addStyles(root: ShadowRoot, styles: string): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(styles)];
}

/**
 * Draws lit templates into a shadow root: at most once a turn, however often it is asked for. Returns how to ask, which
 * settles when it is drawn. Our elements have no reactive properties, so lit's templates do without its element class,
 * which spares every visitor 2.4 kB.
 */
export function createDrawing(root: ShadowRoot, { styles, view, drawn }: Drawn): () => Promise<void> {
  // Constructable sheets, because a strict style-src blocks style elements and attributes (law R78).
  root.adoptedStyleSheets = [sheetOf(styles)];
  // The author's own content, until something is drawn.
  const { firstChild } = root;
  let drawing: Promise<void> | undefined;
  return () => {
    drawing ??= (async () => {
      await undefined;
      drawing = undefined;
      try {
        render(view(), root);
        firstChild?.remove();
        drawn();
      } catch (error) {
        // An element named like a method of the document stands in front of it, and lit needs that (law R75).
        warnOnce('gate', String(error), 'error');
      }
    })();
    return drawing;
  };
}
