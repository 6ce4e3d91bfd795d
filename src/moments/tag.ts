/** The script tag's entry `jitsi-gate.js`: every page of the site loads this. */
import { fetchFirstLook } from './loading.js';
import { startScript } from './start.js';

startScript(fetchFirstLook);
