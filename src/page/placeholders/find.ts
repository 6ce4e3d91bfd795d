/** The markup of a placeholder. */
export const PLACEHOLDERS = '[data-jitsi-room],iframe[data-jitsi-src]';

/** Asks the prototype: in a form or a document, a field of that name would stand in front of the method (docs/law.md R75). */
export function ask(node: Node, method: 'matches' | 'querySelectorAll', selector = PLACEHOLDERS): unknown {
  const methods = Object.getPrototypeOf(node) as { [name in typeof method]?: (selector: string) => unknown };
  return methods[method]?.call(node, selector);
}

/** The placeholders at and below a node. */
export function within(root: Node): Element[] {
  const found = [...((ask(root, 'querySelectorAll') ?? []) as Iterable<Element>)];
  return ask(root, 'matches') ? [root as Element, ...found] : found;
}
