import { ofDocument } from '../lib/of-document.js';

/**
 * The JSON block of the page, or an empty object where there is none. Only a real script element counts (docs/law.md R75);
 * of two, nobody can tell which is the owner's.
 * @throws where there is no JSON in it, or a second block
 */
export function readBlock(): unknown {
  const [block, second] = ofDocument('querySelectorAll').call(document, 'script#jitsi-gate-config[type="application/json"]');
  if (second) throw new Error('two blocks');
  return block ? (JSON.parse(block.textContent ?? '') as unknown) : {};
}

/** Asks for a file with the configuration. The browser refuses other origins, also as the end of a redirect, before they hear of it. */
export const askForFile = (address: string): Promise<Response | string> => fetch(address, { mode: 'same-origin' }).catch(String);
