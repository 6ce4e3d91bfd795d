/** The script tag's entry `jitsi-gate.page.js` for pages that have a meeting: entry and first look in one file. */
import { boot } from './first-look.js';
import { startScript } from './start.js';

startScript(() => ({ boot }));
