/**
 * `in-page`: what is measured inside a page of the tests, on what the browser has computed. Bundled into one script by
 * `measures.ts`; knows no test.
 */

/** The gates, settings and dialogs of the page, each by the element that its content stands in. */
export function roots(): HTMLElement[] {
  const hosts = [...document.querySelectorAll('jitsi-gate, jitsi-gate-settings')];
  const sections = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll<HTMLElement>('section') ?? [])]);
  return [...sections, ...document.querySelectorAll<HTMLElement>('dialog[data-jitsi-gate]')];
}

/** Whether an element can be seen; the region for screen readers alone cannot. */
export function isSeen(element: Element): boolean {
  return !element.closest('.status') && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** Everything of ours that can be seen and that a selector finds, in its order. */
export function seen(selector = '*'): HTMLElement[] {
  return roots().flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)].filter(isSeen));
}

/** What can be seen and used: where a dialog is open, only what is in it. */
export function usable(selector: string): HTMLElement[] {
  const modal = document.querySelector('dialog:modal');
  const inside = modal?.querySelector('jitsi-gate-settings')?.shadowRoot;
  return seen(selector).filter((element) => !modal || modal.contains(element) || element.getRootNode() === inside);
}

/** Everything that takes the focus by the Tab key, in the order in which it is written. */
export function controls(): HTMLElement[] {
  return usable('button, input, summary, a[href], a[tabindex]');
}

/** The texts that can be seen, each with the element that it stands in. */
export function texts(): { readonly node: Text; readonly element: HTMLElement }[] {
  return seen().flatMap((element) => [...element.childNodes].flatMap((node) => (
    node instanceof Text && node.data.trim() !== '' ? [{ node, element }] : [])));
}

/** How an element is named in a report. */
export function nameOf(element: Element): string {
  return `${element.getAttribute('part') ?? element.localName} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
}
