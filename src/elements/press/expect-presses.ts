import { type Site, usableSite } from '../../gate/site.js';
import { resolveLocale } from '../../i18n/resolve-locale.js';
import { ofDocument } from '../../lib/of-document.js';
import { JitsiGateElement } from '../gate/gate-element.js';
import type { GateFiles } from '../gate/later.js';
import { wantedLanguages } from '../wanted-languages.js';

/** Fetches what a press would need. The press itself asks again, and tells where it cannot be had. */
function prepare({ settings, prepareChoice }: Site, [gate, button]: readonly [JitsiGateElement, HTMLButtonElement], files: GateFiles): void {
  prepareChoice().catch(() => undefined);
  if (/^(accept|retry)$/.test(Element.prototype.getAttribute.call(button, 'part') ?? '')) files.fetchMeeting(resolveLocale(wantedLanguages(gate, settings), settings.messages).language).catch(() => undefined);
}

/** A pointer over a button of a gate, or the focus on it, means that a press may follow: then nothing has to be waited for. */
export function expectPresses(files: GateFiles): void {
  let last: HTMLButtonElement | undefined;
  const look = (event: Event): void => {
    const path = event.composedPath();
    const button = path.find((target) => target instanceof HTMLButtonElement);
    const [gate, site] = [button !== last && path.find((target) => target instanceof JitsiGateElement), usableSite()];
    last = button;
    if (gate && button && site) prepare(site, [gate, button], files);
  };
  // Events with a related target do not leave a shadow tree within which they go from one element to another.
  for (const type of ['pointermove', 'pointerdown', 'keyup']) ofDocument('addEventListener').call(document, type, look, { capture: true, passive: true });
}
