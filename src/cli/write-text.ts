import { writeFileSync } from 'node:fs';
import { WrongUse } from './command.js';

/** Writes a file, over another one where that is there. @throws WrongUse that says why it cannot */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new WrongUse(`${path} cannot be written (${String((error as NodeJS.ErrnoException).code)})`, { cause: error });
  }
}
