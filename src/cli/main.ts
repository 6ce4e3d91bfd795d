import { createInterface } from 'node:readline/promises';
import { VERSION } from '../lib/version.js';
import { audit } from './audit-command.js';
import { check } from './check-command.js';
import { type Command, EXIT, type Io, WrongUse } from './command.js';
import { dpia } from './dpia-command.js';
import { headers } from './headers-command.js';
import { init } from './init-command.js';
import { notice } from './notice-command.js';
import { scan } from './scan-command.js';

/** The commands of `npx jitsi-gate`, by their names. */
export const COMMANDS: Readonly<Record<string, Command>> = { init, check, notice, headers, dpia, audit, scan };

function helpFor(name: string, { summary, usage, examples }: Command): string {
  return `jitsi-gate ${name}: ${summary}\n\n  npx jitsi-gate ${usage}\n\nExamples:\n${examples.map((example) => `  ${example}\n`).join('')}`;
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map(({ length }) => length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `jitsi-gate ${VERSION}: a consent gate for video meetings\n\n${lines.join('')}\nnpx jitsi-gate <command> --help says more. Exit codes: 0 fine, 1 something was found, 2 wrong use or input that cannot be read, 3 a server that cannot be reached.\nNothing is sent anywhere but to the address that audit or scan is given.\n`;
}

/** Runs a command with its arguments. Gives the exit code; what is wrong goes to `err`. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--version') return io.out(`${VERSION}\n`), EXIT.fine;
  if (name === '--help' || name === '-h' || name === 'help') return io.out(help()), EXIT.fine;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return io.err(`${name}: no such command. There are ${Object.keys(COMMANDS).join(', ')}.\n`), EXIT.wrong;
  if (rest.includes('--help') || rest.includes('-h')) return io.out(helpFor(name, command)), EXIT.fine;
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.err(`${error.message}\n`);
    return EXIT.wrong;
  }
}

/** Runs this process's own command. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const isAsked = stdin.isTTY && stdout.isTTY;
  const lines = isAsked ? createInterface({ input: stdin, output: stderr }) : undefined;
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    isTerminal: stdout.isTTY && process.env['NO_COLOR'] === undefined,
    ask: lines && ((question) => lines.question(question)),
  });
  lines?.close();
}
