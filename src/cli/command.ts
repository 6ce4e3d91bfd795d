/** What a command has of the world: texts go out, and a terminal may be asked. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person reads what goes out: then there are colours. */
  readonly isTerminal: boolean;
  /** Asks a person; undefined where nobody is there. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** Exit codes: nothing found, something found, wrong use or input that cannot be read, a server that cannot be reached. */
export const EXIT = { fine: 0, found: 1, wrong: 2, unreachable: 3 } as const;

/** A command of `npx jitsi-gate`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name, each way on a line. */
  readonly usage: string;
  readonly examples: readonly string[];
  /** Gives the exit code. @throws WrongUse */
  run(args: readonly string[], io: Io): Promise<number> | number;
}

/** Wrong use, or input that cannot be read: the message goes to the person, and the exit code is 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
