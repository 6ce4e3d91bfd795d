import { GateDisplay } from '../elements/gate/gate-display.js';
import type { GateOpener } from '../elements/gate/gate-element.js';
import { gateFiles } from './gate-files.js';

/** A gate is in the page: gives it its display. */
export const openGate: GateOpener = (element, root) => new GateDisplay(element, root, gateFiles);
