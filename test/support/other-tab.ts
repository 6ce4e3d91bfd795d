/** The web storage of this origin as another document has it: what is written there, this page is told of. */
export function storageOfOtherTab(): { readonly storage: Storage; close(): void } {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  const storage = frame.contentWindow?.localStorage;
  if (!storage) throw new Error('the other document has no storage');
  return { storage, close: () => frame.remove() };
}
