import { filledButtons, weakBorders, weakRings, weakTexts } from './contrasts.js';
import { controls, nameOf, roots, seen } from './ours.js';
import { misplaced, narrowGaps, overflows, smallTargets } from './spaces.js';

const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';
const spacing = new CSSStyleSheet();

/** Sets the text spacing of WCAG 1.4.12 on everything, as a visitor's own style sheet would, or takes it back. */
function space(on: boolean): void {
  spacing.replaceSync(on ? SPACING : '');
  for (const root of [document, ...roots().map((element) => element.getRootNode() as Document | ShadowRoot)]) {
    if (!root.adoptedStyleSheets.includes(spacing)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  }
}

/** What has the focus, followed into shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What moves: animations, transitions, and bars without a value, which the browser itself moves. */
function motions(): string[] {
  const inside = [document, ...roots().map((element) => element.getRootNode() as Document | ShadowRoot)];
  const animations = inside.flatMap((root) => root.getAnimations().map((animation) => animation.constructor.name));
  return [...animations, ...seen('progress:indeterminate').map(({ localName }) => localName)];
}

const measures = {
  filledButtons, weakTexts, weakBorders, weakRings, smallTargets, narrowGaps, overflows, space,
  misplaced: () => misplaced(controls()),
  controls: () => controls().map(nameOf),
  focusFirst: () => controls()[0]?.focus(),
  /** Which of the controls has the focus; -1 where it is elsewhere. */
  focusedControl: () => controls().findIndex((element) => element === focused()),
  words: () => roots().map((root) => root.innerText),
  motions,
};

declare global {
  interface Window {
    measure: typeof measures;
  }
}

window.measure = measures;
