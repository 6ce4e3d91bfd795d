import { alphaOf } from '../lib/alpha-of.js';
import { ofDocument } from '../lib/of-document.js';
import { sheetOf } from './drawing.js';

/** Whether a visitor can see a button: `hidden` where it is drawn nowhere or too faintly, `covered` where something is drawn over it. */
export type Sight = 'seen' | 'hidden' | 'covered';

/** From this opacity on something can be read, and hides what is behind it. */
const SEEN = 0.5;
/** Where a button is looked at, as parts of its width and height. */
const ACROSS = [0.1, 0.3, 0.5, 0.7, 0.9];
const DOWN = [0.2, 0.5, 0.8];
const PICTURES = 'img,picture,svg,video,iframe,embed,object,input,button,select,textarea';

// Methods and getters of prototypes, because the fields of a form would stand in front of its own (law R75).
const { matches } = Element.prototype;
const { getRootNode } = Node.prototype;
const childNodes = (node: Node): NodeListOf<ChildNode> => Reflect.get(Node.prototype, 'childNodes', node) as NodeListOf<ChildNode>;

const opacityOf = ({ opacity, filter }: CSSStyleDeclaration): number => Number(opacity) * Number(/opacity\(([\d.]+)\)/.exec(filter)?.[1] ?? 1);

const fills = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean => backgroundImage !== 'none' || alphaOf(backgroundColor) >= SEEN;

/** Whether an element itself draws something that cannot be looked through. */
function hides(element: Element): boolean {
  const style = getComputedStyle(element);
  if (opacityOf(style) < SEEN || style.visibility !== 'visible') return false;
  if (fills(style) || matches.call(element, PICTURES)) return true;
  if ([...childNodes(element)].some((node) => node instanceof Text && /\S/.test(node.data))) return true;
  const drawn = (['::before', '::after'] as const).map((pseudo) => getComputedStyle(element, pseudo));
  return drawn.some((box) => box.content !== 'none' && fills(box));
}

/**
 * Lets a function see what lies at a point of the page even where clicks go through it. What insists on letting them
 * through, by a style of its own, is given to the function instead.
 */
function withoutGaps<Result>(see: (insisting: readonly Element[]) => Result): Result {
  const adopt = (sheets: CSSStyleSheet[]): void => void Reflect.set(Document.prototype, 'adoptedStyleSheets', sheets, document);
  const before = [...ofDocument('adoptedStyleSheets')];
  adopt([...before, sheetOf('*{pointer-events:auto!important}')]);
  try {
    const styled: NodeListOf<Element> = ofDocument('querySelectorAll').call(document, '[style*="pointer-events" i]');
    return see([...styled].filter((element) => getComputedStyle(element).pointerEvents === 'none'));
  } finally {
    adopt(before);
  }
}

/** The part of a box that is in the window; undefined where none is. */
function visiblePart({ left, top, right, bottom }: DOMRect): DOMRect | undefined {
  const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
  const [width, height] = [Math.min(right, window.innerWidth) - x, Math.min(bottom, window.innerHeight) - y];
  return width > 0 && height > 0 ? new DOMRect(x, y, width, height) : undefined;
}

const holds = ({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean => x >= left && x <= right && y >= top && y <= bottom;

/** What is drawn over a point of an element that stands in the document itself; undefined where the element is not at it. */
function coverAt(outer: Element, x: number, y: number): readonly Element[] | undefined {
  const stack = ofDocument('elementsFromPoint').call(document, x, y);
  const depth = stack.indexOf(outer);
  return depth < 0 ? undefined : stack.slice(0, depth).filter(hides);
}

/** Whether the visitor sees a button, as far as page and browser can tell, and what covers it. `path` leads from it to the window. */
export function lookAt(button: Element, path: readonly EventTarget[]): { sight: Sight; cover?: Element | undefined } {
  const around = path.filter((target) => target instanceof Element);
  const opacity = around.reduce((product, element) => product * opacityOf(getComputedStyle(element)), 1);
  const box = visiblePart(button.getBoundingClientRect());
  const outer = around.find((element) => getRootNode.call(element) === document);
  if (!box || !outer || opacity < SEEN) return { sight: 'hidden' };
  return withoutGaps((insisting) => {
    const covers = ACROSS.flatMap((across) => DOWN.map((down) => {
      const [x, y] = [box.x + box.width * across, box.y + box.height * down];
      const found = coverAt(outer, x, y);
      return found?.concat(insisting.filter((element) => !around.includes(element) && holds(element.getBoundingClientRect(), x, y) && hides(element)));
    }));
    if (covers.filter((found) => found?.length === 0).length * 2 >= covers.length) return { sight: 'seen' };
    const cover = covers.find((found) => found?.length)?.[0];
    return cover ? { sight: 'covered', cover } : { sight: 'hidden' };
  });
}
