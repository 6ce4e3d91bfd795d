/**
 * Looks at the gate of a page from inside the page, in any browser: `window.lookAtGate()` says in words what is wrong with it;
 * an empty list where all is well.
 */

/** The innermost element at a point, through shadow roots. */
function innermostAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) return found;
    found = inner;
  }
  return found;
}

function isReachable(element: Element): boolean {
  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const found = width > 0 && height > 0 ? innermostAt(left + width / 2, top + height / 2) : null;
  return found !== null && (found === element || element.contains(found));
}

/** The elements whose text does not show letter by letter, upright and large enough. */
function unreadable(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('p:not(.status), dd, button, label span')].flatMap((element) => {
    const { fontSize, textTransform, textIndent, letterSpacing, whiteSpace, wordBreak, fontVariantCaps, webkitTextFillColor, color, writingMode, textShadow, userSelect, webkitUserSelect, lineHeight } = getComputedStyle(element);
    const wrong = {
      fontSize: parseFloat(fontSize) < 12, textTransform: textTransform !== 'none', textIndent: parseFloat(textIndent) !== 0, letterSpacing: Math.abs(parseFloat(letterSpacing) || 0) > 1,
      whiteSpace: !/^(normal|wrap)$/.test(whiteSpace), wordBreak: wordBreak !== 'normal', fontVariantCaps: fontVariantCaps !== 'normal', fill: (webkitTextFillColor || color).endsWith(', 0)'), writingMode: writingMode !== 'horizontal-tb',
      textShadow: textShadow !== 'none', userSelect: element.localName !== 'button' && (userSelect || webkitUserSelect) === 'none', lineHeight: parseFloat(lineHeight) < 0.9 * parseFloat(fontSize),
    };
    const names = Object.entries(wrong).flatMap(([name, is]) => (is ? [name] : []));
    const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 ? ['cut off'] : [];
    return [...names, ...cut].map((name) => `${element.localName}: ${name}`);
  });
}

const listOf = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)];

function lookAtGate(): string[] {
  const root = document.querySelector('jitsi-gate')?.shadowRoot;
  const section = root?.querySelector('section');
  if (!root || !section) return ['there is no gate'];
  const { width } = section.getBoundingClientRect();
  const page = document.documentElement.scrollWidth;
  const buttons = listOf(root, '[part=accept], [part=decline]');
  const faults: readonly (readonly [is: boolean, text: string])[] = [
    [width < 150, `the gate is ${Math.round(width)} pixels wide`],
    [buttons.length !== 2 || !buttons.every(isReachable), 'a choice cannot be reached'],
    [!listOf(document, '[data-beside]').every(isReachable), 'what is beside the gate is covered'],
    [listOf(document, 'iframe').some((frame) => frame.getBoundingClientRect().width > 0), 'the placeholder shows'],
    [page > innerWidth + 1, `the page is ${page} pixels wide`],
  ];
  return [...faults.flatMap(([is, text]) => (is ? [text] : [])), ...new Set(unreadable(root))];
}

declare global {
  interface Window {
    lookAtGate: typeof lookAtGate;
  }
}

Object.assign(window, { lookAtGate });

export type { lookAtGate };
