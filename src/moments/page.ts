/** The script tag's entry `jitsi-gate.page.js` for pages that have a meeting: entry and first look in one file. */
import { boot } from './first-look.js';
import { folder } from './folder.js';
import { startScript } from './start.js';

startScript((address) => {
  folder.address = address.href;
  return { boot };
});
