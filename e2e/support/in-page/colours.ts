/** Red, green and blue from 0 to 255, and how opaque. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** Any colour that the browser computes, as it puts it on the screen. */
function colour(css: string): Colour {
  if (!canvas) throw new Error('no canvas');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(front: Colour, back: Colour): Colour {
  const mix = (index: 0 | 1 | 2): number => front[index] * front[3] + back[index] * (1 - front[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** Relative luminance (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number): number => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** What can be seen behind an element, its own background included. */
function behind(element: Element | null): Colour {
  if (!element) return colour(matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff');
  const { backgroundColor } = getComputedStyle(element);
  const own = colour(backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.matches('dialog:modal') ? null : parentOf(element)));
}

/** The contrast between a colour and what is behind an element, or behind what holds the element. */
export function contrast(css: string, element: Element, of: 'itself' | 'outside' = 'itself'): number {
  const back = behind(of === 'itself' ? element : parentOf(element));
  const [low = 0, high = 0] = [luminance(over(colour(css), back)), luminance(back)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
