import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The operator of every embed; the browser never reaches it, and a press is answered by us. */
export const OPERATOR_HOST = 'meet.example.eu';
export const OPERATOR = `https://${OPERATOR_HOST}`;

/** The author's own content of every placeholder, without margins that would move the page when it is replaced. */
export const AUTHORS_CONTENT = '<p style="margin: 0">Call us instead: <a href="tel:+49761000000">+49 761 000000</a></p>';

/** What each embedded frame may do, and how large it is; peers get it as attributes of their frames. */
export const FRAME_ATTRIBUTES = 'width="640" height="400" allow="camera; microphone; fullscreen; display-capture"';

/** One way to put meetings into a page, set up as its own documentation says. */
export interface Contender {
  /** Short name: of its page, and on the command line. */
  readonly key: string;
  /** Name with version, for tables. */
  readonly name: string;
  /** URL prefix → folder, as `/klaro/` → where klaro's files lie. */
  readonly mounts: Readonly<Record<string, string>>;
  /** CSS selector of the control that agrees, inside a placeholder or an open shadow root in it; empty: there is none. */
  readonly accept: string;
  readonly head: string;
  /** What goes before `</body>`. */
  readonly foot: string;
  /** The markup of one embed, the author's content included. */
  placeholder(room: string): string;
}

/** A folder of the repository or of an installed package. */
export function folder(path: string): string {
  return fileURLToPath(new URL(`../../${path}/`, import.meta.url));
}

/** The version in a package's manifest; `.` is our own. */
export function versionOf(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(`${folder(packageFolder)}package.json`, 'utf8'));
  const version: unknown = typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version');
  return typeof version === 'string' ? version : 'unknown';
}
