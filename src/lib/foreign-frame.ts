/** Whether a page of another origin lies around this one, at any depth: it could lead clicks astray (docs/law.md R89). */
export function isInForeignFrame(): boolean {
  try {
    // A foreign page's document cannot be asked for.
    for (let view: Window = window; view !== view.parent; view = view.parent) void view.parent.document;
    return false;
  } catch {
    return true;
  }
}
