/** A browser that looks at pages. */
export interface Engine {
  /** For example `Firefox 140`. */
  readonly name: string;
  /** Opens an address and gives what a script, the body of a function, returns there as soon as that is something; rejects after ten seconds. */
  ask(url: string, script: string): Promise<unknown>;
  close(): Promise<void>;
}

const LIMIT = 10_000;

/** Asks again and again until the answer is something. */
export async function askUntil(ask: () => Promise<unknown>): Promise<unknown> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error('no gate asks');
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
}
