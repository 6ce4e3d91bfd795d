/** An entry in the visitor's browser. */
export interface StoredEntry {
  /** Its name as in the software's source. */
  readonly key: string;
  /** `site`: of the embedding site; `operator`: of the server's domain. */
  readonly where: 'site' | 'operator';
  /** Which storage of the browser. */
  readonly storage: 'localStorage' | 'sessionStorage' | 'IndexedDB' | 'Cookie';
  /**
   * A copy of the meeting's settings; settings; what the visitor says of themselves; what recognises the browser; what signs in;
   * what the visitor adds or connects; an account that is made for the visitor; keys that decrypt the meeting; a log of
   * what happened, for reports of faults.
   */
  readonly purpose: 'copy' | 'settings' | 'person' | 'identifier' | 'signIn' | 'content' | 'account' | 'key' | 'log';
  /** Until the meeting ends, until the visitor deletes it, or until the tab is closed. */
  readonly kept: 'meeting' | 'deleted' | 'tab';
}

/** Entries of an operator's server, each with its purpose. */
export function entriesOf(storage: StoredEntry['storage'], kept: StoredEntry['kept'], keys: { readonly [purpose in StoredEntry['purpose']]?: readonly string[] }): StoredEntry[] {
  return Object.entries(keys).flatMap(([purpose, names]) => names.map((key) => ({ key, where: 'operator', storage, purpose: purpose as StoredEntry['purpose'], kept })));
}
