const waiting: (() => void)[] = [];
let isTaken = false;

function run(): void {
  try {
    for (let next = waiting.shift(); next; next = waiting.shift()) next();
  } finally {
    // One that throws keeps no other waiting: a withdrawal may be among them.
    if (waiting.length > 0) run();
  }
}

/**
 * Runs an event of a gate to its end before the next one begins, also across gates: the decision of one gate is told before
 * another gate moves because of it.
 */
export function takeTurn(turn: () => void): void {
  waiting.push(turn);
  if (isTaken) return;
  isTaken = true;
  try {
    run();
  } finally {
    isTaken = false;
  }
}
