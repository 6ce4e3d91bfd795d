/** How often a visitor looks, 100 ms apart, before pressing: a press right after a button has appeared or moved does not count. */
const LOOKS = 6;

const timer = (): Promise<unknown> => new Promise((resolve) => {
  setTimeout(resolve, 100);
});

/** A visitor sees what the browser has painted, and it may be late: waits until it says that the button is in view. */
const painted = (button: Element): Promise<void> => new Promise((resolve) => {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    resolve();
  });
  observer.observe(button);
});

const placeOf = (button: Element): string => JSON.stringify(button.getBoundingClientRect());

/** A button once it has been in sight, and still, for as long as a visitor takes to aim at it. */
export async function aimedAt(find: () => HTMLElement): Promise<HTMLElement> {
  let button = find();
  let place = '';
  for (let looks = 0; looks <= LOOKS; looks += 1) {
    const before = button;
    button = find();
    if (button !== before || placeOf(button) !== place) {
      button.scrollIntoView({ block: 'nearest' });
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      await painted(button);
      place = placeOf(button);
      looks = 0;
    }
    await timer();
  }
  return button;
}
