import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];

function elementsIn(node: DefaultTreeAdapterMap['node']): Element[] {
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
  return [...('tagName' in node ? [node] : []), ...children.flatMap(elementsIn)];
}

/**
 * Every element of a page, in the order of the file, also in templates, with its place there. Without script, so that what stands in
 * `<noscript>` is found: it loads as well.
 */
export const elementsOf = (html: string): Element[] => elementsIn(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));

/** Whether an address is that of the gate's own script. */
export const isOwnScript = (src: string): boolean => /\/jitsi-gate(\.page|\.single)?\.js$/.test(`/${src.split(/[?#]/)[0] ?? ''}`);
