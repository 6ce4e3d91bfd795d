/** Keys that the tests press; `Back` is Tab with Shift. */
export type Key = 'Tab' | 'Back' | 'Enter' | 'Space';

/** A page in a tab of its own, with what a visitor does there. */
export interface Tab {
  /** Gives what a script, the body of a function, returns in the page as soon as that is something; rejects after ten seconds. */
  ask(script: string): Promise<unknown>;
  /** Brings it to the front, where a visitor looks. */
  show(): Promise<void>;
  /** Presses a key, as a keyboard does. */
  press(key: Key): Promise<void>;
  /** Presses at a place in the window, in CSS pixels, as a mouse does. */
  click(x: number, y: number): Promise<void>;
  reload(): Promise<void>;
}

/** A browser that looks at pages. */
export interface Engine {
  /** For example `Firefox 140`. */
  readonly name: string;
  /** Opens an address, in the one tab that is used for that, and asks there. */
  ask(url: string, script: string): Promise<unknown>;
  /** Opens an address in a new tab. */
  open(url: string): Promise<Tab>;
  close(): Promise<void>;
}

const LIMIT = 10_000;

/** Asks again and again until the answer is something. */
export async function askUntil(ask: () => Promise<unknown>): Promise<unknown> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error('nothing came in ten seconds');
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
}
