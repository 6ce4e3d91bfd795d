/** Dispatches a bubbling, composed event. */
export function emit(target: EventTarget, type: string, detail: unknown): void {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** Dispatches a bubbling, composed event that can be cancelled, and says whether nobody did. */
export function emitCancelable(target: EventTarget, type: string, detail: unknown): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}
