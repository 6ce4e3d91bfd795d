import { nameOf, roots, seen, texts } from './ours.js';

/** Links in a line of text need only be as high as a line (WCAG 2.5.8); everything else is built for a finger. */
const isInText = (element: Element): boolean => element.localName === 'a' && element.closest('p, dd') !== null;

/** Controls that are smaller than they should be: 44 by 44 pixels, links in a text 24 high. */
export function smallTargets(): string[] {
  return seen('button, summary, a, label').flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const least = isInText(element) ? 24 : 44;
    return height < least || (width < 44 && !isInText(element)) ? [`${nameOf(element)}: ${width.toFixed(0)} x ${height.toFixed(0)}`] : [];
  });
}

/** Pairs of buttons that are less than 8 pixels apart. */
export function narrowGaps(): string[] {
  const buttons = seen('button').map((element) => ({ element, box: element.getBoundingClientRect() }));
  return buttons.flatMap(({ element, box }, index) => buttons.slice(index + 1).flatMap((other) => {
    if (element.getRootNode() !== other.element.getRootNode()) return [];
    const aside = Math.max(other.box.left - box.right, box.left - other.box.right);
    const below = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
    return Math.max(aside, below) < 8 ? [`${nameOf(element)} and ${nameOf(other.element)}: ${Math.max(aside, below).toFixed(1)}`] : [];
  }));
}

/** What is wider than where it stands, or cut off: the page, boxes, texts. */
export function overflows(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth}`] : [];
  const boxes = [...roots(), ...seen()].filter((element) => !element.closest('.stage') && !/progress|input/.test(element.localName)).flatMap((element) => {
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) return [`${nameOf(element)} is ${element.scrollWidth - element.clientWidth} too wide`];
    const isCut = !/visible|auto/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1;
    return isCut ? [`${nameOf(element)} is cut off below`] : [];
  });
  return [...page, ...boxes, ...strayTexts()];
}

/** Texts that stand outside of their button, their gate or the window's width. */
function strayTexts(): string[] {
  return texts().flatMap(({ node, element }) => {
    const range = new Range();
    range.selectNodeContents(node);
    const holder = element.closest('button, summary, label') ?? element.closest('section, dialog') ?? element;
    const { left, right, top, bottom } = holder.getBoundingClientRect();
    // Where a box scrolls, what is below can be reached.
    const isFull = getComputedStyle(holder).overflowY === 'auto' && holder.scrollHeight > holder.clientHeight;
    const isAside = (box: DOMRect): boolean => box.left < Math.max(left, 0) - 1 || box.right > Math.min(right, innerWidth) + 1;
    const isStray = (box: DOMRect): boolean => box.width > 0 && (isAside(box) || (!isFull && (box.top < top - 1 || box.bottom > bottom + 1)));
    return [...range.getClientRects()].some(isStray) ? [`the text of ${nameOf(element)} leaves ${nameOf(holder)}`] : [];
  });
}

/** Controls that do not stand after the one before, line by line in the direction of the text. */
export function misplaced(list: readonly HTMLElement[]): string[] {
  return list.flatMap((element, index) => {
    const before = list[index - 1];
    if (!before) return [];
    const [a, b] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
    const isRightToLeft = getComputedStyle(element.parentElement ?? element).direction === 'rtl';
    const isBelow = b.top >= a.bottom - 1;
    const isBeside = b.bottom > a.top && (isRightToLeft ? b.right <= a.left + 1 : b.left >= a.right - 1);
    return isBelow || isBeside ? [] : [`${nameOf(element)} after ${nameOf(before)}`];
  });
}
