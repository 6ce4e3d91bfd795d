/** How often a visitor looks, 100 ms apart, before pressing: a press right after a button has appeared or moved does not count. */
const LOOKS = 6;

const timer = (): Promise<unknown> => new Promise((resolve) => {
  setTimeout(resolve, 100);
});

const placeOf = (button: Element): string => JSON.stringify(button.getBoundingClientRect());

/** A button once it has been in sight, and still, for as long as a visitor takes to aim at it; by timers, as the gate's own are late where they are. */
export async function aimedAt(find: () => HTMLElement): Promise<HTMLElement> {
  let button = find();
  let place = '';
  for (let looks = 0; looks <= LOOKS; looks += 1) {
    button = find();
    if (placeOf(button) !== place) {
      button.scrollIntoView({ block: 'nearest' });
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      place = placeOf(button);
      looks = 0;
    }
    await timer();
  }
  return button;
}
