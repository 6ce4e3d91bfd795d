import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];

type Node = DefaultTreeAdapterMap['node'];

const childrenOf = (node: Node): Node[] => ('content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : []);

/** Without calling itself: pages that somebody made to break readers have as many levels as they like. */
function elementsIn(top: Node): Element[] {
  const found: Element[] = [];
  const open = [top];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) found.push(node);
    for (const child of childrenOf(node).toReversed()) open.push(child);
  }
  return found;
}

/** The text that stands in an element itself. */
export const textIn = ({ childNodes }: Element): string => childNodes.map((node) => ('value' in node ? node.value : '')).join('');

/**
 * Every element of a page, in the order of the file, also in templates, with its place there. Without script, so that what stands in
 * `<noscript>` is found: it loads as well.
 */
export const elementsOf = (html: string): Element[] => elementsIn(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));

/** Whether an address is that of the gate's own script. */
export const isOwnScript = (src: string): boolean => /\/jitsi-gate(\.page|\.single)?\.js$/.test(`/${src.split(/[?#]/)[0] ?? ''}`);
