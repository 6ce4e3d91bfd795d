/**
 * A property of the document itself, also a method to be called on it: an element named like it, which whoever edits the
 * page can put there, would stand in front of it (docs/law.md R75).
 */
export function ofDocument<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document) as Document[Name];
}
