import type { ConfigInput } from '../config/schema.js';
import { type Attributes, mergeScriptAttributes } from '../config/script-attributes.js';
import { type Settings, readSettings } from '../config/settings.js';
// The first gate needs it at once, so it is fetched with this and not after it.
import '../elements/gate-part.js';
import { defineElements } from '../elements/define-elements.js';
import { setContext } from '../gate/context.js';
import { GateError, type GateIssue } from '../lib/errors.js';
import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';
import { type Gate, type StartedGate, startGate } from './gate.js';
import { createPlaceholders } from './watch.js';

/**
 * The JSON block of the page, or an empty object where there is none. Only a real script element counts (law R75); of two,
 * nobody can tell which is the owner's.
 */
function readBlock(): unknown {
  const [block, second] = ofDocument('querySelectorAll').call(document, 'script#jitsi-gate-config[type="application/json"]');
  try {
    if (second) throw new Error('two blocks');
    return block ? (JSON.parse(block.textContent ?? '') as unknown) : {};
  } catch (error) {
    throw new GateError('config', [{ path: '#jitsi-gate-config', expected: 'one block of JSON', found: String(error) }]);
  }
}

/** What the first look is drawn from. Wrong values may come this far; they get no further than `checked`. */
function readFirst(raw: unknown): Settings | undefined {
  try {
    return readSettings(raw as ConfigInput);
  } catch {
    return undefined; // Too wrong to draw from; the check will say why.
  }
}

/** Lets the browser draw the gate, then fetches the check and runs it. */
async function checked(raw: unknown, attributes: Attributes): Promise<readonly GateIssue[]> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  const [{ checkConfig }, { inScriptWords }] = await Promise.all([import('../config/check.js'), import('../config/script-words.js')]);
  return inScriptWords(checkConfig(raw), attributes);
}

/** Shows every placeholder as `invalid`, now and later: the author's content, and no way to load. */
function refuse(): void {
  setContext('unusable');
  defineElements();
  const placeholders = createPlaceholders();
  placeholders.scan();
  placeholders.watch();
}

/**
 * Starts the gate for a script tag: reads the configuration, puts gates into the placeholders and keeps watching, then
 * has the configuration checked. A wrong one leaves every gate `invalid` and says everything that is wrong.
 * @throws GateError
 */
export async function boot(attributes: Attributes, nonce: string): Promise<Gate> {
  let started: StartedGate | undefined;
  try {
    const raw = mergeScriptAttributes(readBlock(), attributes);
    const check = checked(raw, attributes);
    const settings = readFirst(raw);
    // Where it fails, this function says so.
    const isChecked = check.then((issues) => issues.length === 0, () => false);
    if (settings) {
      const cookie = settings.storage === 'cookie' ? await import('../storage/cookie-store.js') : undefined;
      started = startGate(settings, { isChecked, openCookie: cookie?.createCookieStore, ...(nonce && { nonce }) });
      started.gate.scan();
      started.gate.watch();
    }
    const issues = await check;
    if (!started || issues.length > 0) throw new GateError('config', issues);
    const { completeGate } = await import('./complete-gate.js');
    return completeGate(started);
  } catch (error) {
    warnOnce('config', error instanceof Error ? error.message : String(error), 'error');
    started?.gate.destroy();
    refuse();
    throw error;
  }
}
