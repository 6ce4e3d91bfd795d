const sheets = new Map<string, CSSStyleSheet>();
// Kept: what a page takes away later is not missed. A server has none.
const replaceSync = globalThis.CSSStyleSheet?.prototype.replaceSync;

/** The constructed style sheet of a text, the same one each time. */
function sheetOf(text: string): CSSStyleSheet {
  const known = sheets.get(text);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  replaceSync.call(sheet, text);
  sheets.set(text, sheet);
  return sheet;
}

/**
 * Adds styles to a shadow root, or to a document; does nothing where they are there. By constructed sheets, because a strict style-src
 * blocks style elements and attributes (docs/law.md R78).
 */
export function addStyles(root: DocumentOrShadowRoot, styles: string): void {
  // Only where owners test their pages without a browser (jsdom), no root can have any.
  if (root.adoptedStyleSheets?.includes(sheetOf(styles)) === false) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(styles)];
}
