import type { GateOpener } from '../elements/gate/gate-element.js';
import { currentSite, usableSite } from '../gate/site.js';
import { warnOnce } from '../lib/warn-once.js';
import { fetchAfterFirstLook } from './loading.js';

/** Somebody checks a receipt. */
export const fetchProof = () => import('./proof.js');

/** How long a gate waits for `configure()` until the owner is told, in milliseconds. */
const FORGOTTEN = 3000;

let isCloser = false;

/** An application shows a gate (npm): what a script tag has with its first look, and then what follows it. */
export const openFetchedGate: GateOpener = async (element, root) => {
  const { openGate } = await import('./gate-view.js');
  const site = usableSite();
  if (!currentSite()) setTimeout(() => void (currentSite() ?? warnOnce('config', 'gates wait for configure()')), FORGOTTEN);
  if (!isCloser && site) {
    isCloser = true;
    // Without this file a press is less well judged, and a choice asks for the next one anyway.
    setTimeout(() => void fetchAfterFirstLook().then(({ lookCloser }) => lookCloser(site)).catch(() => undefined));
  }
  return openGate(element, root);
};
