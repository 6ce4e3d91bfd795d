import { ofDocument } from '../lib/of-document.js';

/** The link to another host that something happened at. */
function linkAt(event: Event): HTMLElement | undefined {
  return event.composedPath().find((target): target is HTMLElement => target instanceof HTMLAnchorElement && target.matches('[role=link][title]'));
}

/** Gives a link its address for the browser's own answer, which is in this turn. */
function use(event: Event): void {
  const link = event.isTrusted ? linkAt(event) : undefined;
  if (!link) return;
  link.setAttribute('href', link.title);
  setTimeout(() => link.removeAttribute('href'));
}

const LISTENERS: Readonly<Record<string, (event: Event) => void>> = {
  click: use,
  auxclick: use,
  contextmenu: use,
  keydown: (event) => {
    if ((event as KeyboardEvent).key === 'Enter') use(event);
  },
  // The middle button would scroll where there is no address yet.
  mousedown: (event) => {
    if ((event as MouseEvent).button === 1 && linkAt(event)) event.preventDefault();
  },
};

/**
 * Has links to other hosts work while the browser answers a click or opens its menu, so both are the browser's own: with Ctrl,
 * Cmd, Shift or the middle button it opens a tab or a window, and the menu copies the address. Once a page, however often it is asked for.
 */
export function followLinks(): void {
  // The same listener is added once.
  for (const [type, listener] of Object.entries(LISTENERS)) ofDocument('addEventListener').call(document, type, listener, true);
}
