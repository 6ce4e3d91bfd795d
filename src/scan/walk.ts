import { type Dirent, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readsFile } from './scan-file.js';

/** A file of a site. */
export interface SourceFile {
  /** Its path from the folder. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** A file that was not read, and why. */
export interface Skipped {
  readonly file: string;
  readonly why: string;
}

/** Longer than any page that somebody wrote, in bytes. */
const MOST_BYTES = 2_000_000;

/** Folders of tools, and of what they fetched or made. */
const NOT_OURS = /^(?:node_modules|vendor|bower_components|\.[^.].*)$/;

/** The text of a file; why it has none otherwise. */
function read(path: string): string | { readonly why: string } {
  try {
    if (statSync(path).size > MOST_BYTES) return { why: `larger than ${MOST_BYTES} bytes` };
    const text = readFileSync(path, 'utf8');
    return text.includes('\0') ? { why: 'not a text' } : text;
  } catch (error) {
    return { why: `cannot be read (${String((error as NodeJS.ErrnoException).code)})` };
  }
}

/** What stands in a folder, by name; what cannot be opened is told. */
function entriesOf(folder: string, tell: (why: string) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    tell(`cannot be opened (${String((error as NodeJS.ErrnoException).code)})`);
    return [];
  }
}

/** The files of a site's folder that may hold a meeting, and those that could not be read. Links are not followed: one may lead in circles. */
export function filesIn(folder: string): { readonly files: readonly SourceFile[]; readonly skipped: readonly Skipped[] } {
  const files: SourceFile[] = [];
  const skipped: Skipped[] = [];
  const take = (path: string): void => {
    const file = relative(folder, path);
    const text = read(path);
    if (typeof text === 'string') files.push({ file, path, text });
    else skipped.push({ file, why: text.why });
  };
  const open = [folder];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const here = next;
    for (const entry of entriesOf(here, (why) => void skipped.push({ file: relative(folder, here) || '.', why }))) {
      if (entry.isDirectory() && !NOT_OURS.test(entry.name)) open.push(join(here, entry.name));
      else if (entry.isFile() && readsFile(entry.name)) take(join(here, entry.name));
    }
  }
  return { files, skipped };
}
