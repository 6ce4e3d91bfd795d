/** How long a visitor looks before pressing, in milliseconds: a press right after a button has appeared or moved does not count. */
const LOOK = 560;

const frame = (): Promise<unknown> => new Promise((resolve) => {
  requestAnimationFrame(resolve);
});

const placeOf = (button: Element): string => {
  const { left, top, width, height } = button.getBoundingClientRect();
  return [left, top, width, height].map(Math.round).join();
};

/** A button once it has been in sight, and still, for as long as a visitor takes to aim at it. */
export async function aimedAt(find: () => HTMLElement): Promise<HTMLElement> {
  let button = find();
  let place = '';
  let since = performance.now();
  while (performance.now() - since < LOOK) {
    button = find();
    if (placeOf(button) !== place) {
      button.scrollIntoView({ block: 'nearest' });
      place = placeOf(button);
      since = performance.now();
    }
    await frame();
  }
  return button;
}
