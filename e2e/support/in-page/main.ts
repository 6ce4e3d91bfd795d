import { weakBorders, weakRings, weakTexts } from './contrasts.js';
import { controls, nameOf, roots } from './ours.js';
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

const measures = {
  weakTexts, weakBorders, weakRings, smallTargets, narrowGaps, overflows, space,
  misplaced: () => misplaced(controls()),
  controls: () => controls().map(nameOf),
  focusFirst: () => controls()[0]?.focus(),
  /** Which of the controls has the focus; -1 where it is elsewhere. */
  focusedControl: () => controls().findIndex((element) => element === focused()),
  words: () => roots().map((root) => root.innerText),
  motions: () => [document, ...roots().map((root) => root.getRootNode() as ShadowRoot)].flatMap((root) => root.getAnimations().map((animation) => String(animation.constructor.name))),
};

declare global {
  interface Window {
    measure: typeof measures;
  }
}

window.measure = measures;
