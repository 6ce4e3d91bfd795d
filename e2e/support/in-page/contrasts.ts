import { contrast } from './colours.js';
import { controls, nameOf, seen, texts, usable } from './ours.js';

const tell = (element: Element, what: string, value: number): string => `${nameOf(element)}: ${what} ${value.toFixed(2)}`;

/** Texts with a contrast below 4.5, and how many were looked at. */
export function weakTexts(): { readonly weak: string[]; readonly count: number } {
  const found = texts().map(({ element }) => ({ element, value: contrast(getComputedStyle(element).color, element) }));
  return { weak: found.filter(({ value }) => value < 4.5).map(({ element, value }) => tell(element, 'text', value)), count: found.length };
}

/** Buttons whose text is made for a background, which browsers leave away on paper, where the text then fades. */
export function filledButtons(): string[] {
  const filled = seen('button').filter((element) => element.closest('section') && getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)');
  return filled.map(nameOf);
}

/** Buttons without a border that stands out by 3, and notices that are marked by a weaker one. */
export function weakBorders(): string[] {
  return seen('button, .recording[data-on], .changed').flatMap((element) => {
    const { borderInlineStartColor, borderInlineStartStyle, borderInlineStartWidth } = getComputedStyle(element);
    if (borderInlineStartStyle === 'none' || parseFloat(borderInlineStartWidth) < 1) return [`${nameOf(element)}: no border`];
    const value = contrast(borderInlineStartColor, element, 'outside');
    return value < 3 ? [tell(element, 'border', value)] : [];
  });
}

/** What shows the focus by a ring that is thinner than 2 pixels, weaker than 3, or not there. The dialog's own button has the browser's ring. */
export function weakRings(): string[] {
  return [...controls(), ...usable('[part="heading"]')].flatMap((element) => {
    element.focus();
    if (!element.matches(':focus')) return [`${nameOf(element)}: takes no focus`];
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    if (!element.matches(':focus-visible')) return [`${nameOf(element)}: does not show its focus`];
    if (element.closest('dialog') && outlineStyle === 'auto') return [];
    if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2 || parseFloat(outlineOffset) < 0) return [`${nameOf(element)}: ring ${outlineWidth} ${outlineStyle}`];
    const value = contrast(outlineColor, element, 'outside');
    return value < 3 ? [tell(element, 'ring', value)] : [];
  });
}
