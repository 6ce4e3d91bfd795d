import { type Site, usableSite } from '../../gate/site.js';
import { resolveLocale } from '../../i18n/resolve-locale.js';
import { JitsiGateElement } from '../gate/gate-element.js';
import type { GateFiles } from '../gate/later.js';
import { wantedLanguages } from '../wanted-languages.js';

/** Fetches what a press would need. The press itself asks again, and tells where it cannot be had. */
function prepare({ settings, prepareChoice }: Site, gate: JitsiGateElement, act: string | null, files: GateFiles): void {
  prepareChoice().catch(() => undefined);
  if (/^(accept|retry)$/.test(String(act))) files.fetchMeeting(resolveLocale(wantedLanguages(gate, settings)).language).catch(() => undefined);
}

/** A pointer over a button of a gate, or the focus on it, means that a press may follow: then nothing has to be waited for. */
export function expectPresses(files: GateFiles): void {
  let last: HTMLButtonElement | undefined;
  const look = (event: Event): void => {
    const path = event.composedPath();
    const button = path.find((target) => target instanceof HTMLButtonElement);
    const [gate, site] = [button !== last && path.find((target) => target instanceof JitsiGateElement), usableSite()];
    last = button;
    if (gate && button && site) prepare(site, gate, Element.prototype.getAttribute.call(button, 'part'), files);
  };
  // Events with a related target do not leave a shadow tree within which they go from one element to another.
  for (const type of ['pointermove', 'pointerdown', 'keyup']) document.addEventListener(type, look, { capture: true, passive: true });
}
