/**
 * The script tag's entry: looks whether the page has something to gate and only then loads the rest, from its own
 * folder. Everything here is paid for by every page of the site, so it stays small and imports nothing.
 */

const GATED = '[data-jitsi-room],iframe[data-jitsi-src],jitsi-gate,jitsi-gate-settings';

// Asked of the prototypes, here and below: an element named `currentScript` would stand in front of it (law R75). The window's
// own methods have nothing in front of them.
const own = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;
const attributes = { ...own?.dataset };
const nonce = own?.nonce ?? '';

type Started = Promise<import('./page/gate.js').Gate>;

let started: Started | undefined;

/** The rest could not be had, or another script of the page has broken what it stands on. */
function tell(error: unknown): never {
  console.error(`[jitsi-gate] gate: ${error}`);
  throw error;
}

/** Loads the rest, once, and starts it. */
function start(): Started {
  if (!started) {
    started = import('./page/boot.js').then(({ boot }) => boot(attributes, nonce), tell).then((gate) => Object.assign(published, gate));
    // From then on the gate itself answers clicks. The console has the reason already if there is none.
    started.catch(() => undefined).then(() => removeEventListener('click', open));
  }
  return started;
}

/** A page without a meeting may still have a link to the settings; what is behind it is loaded on its first use. */
function open(event: Event): void {
  if (event.defaultPrevented || !(event.target instanceof Element) || !Element.prototype.closest.call(event.target, '[data-jitsi-settings]')) return;
  event.preventDefault();
  start().then((gate) => gate.openSettings()).catch(() => undefined);
}

/** Asking for `ready` is a reason to load the rest, also on a page without a placeholder. */
const published = {
  get ready(): Started {
    return start();
  },
};

function look(): boolean {
  if (!Document.prototype.querySelector.call(document, GATED)) return false;
  start();
  return true;
}

if (Object.hasOwn(window, 'JitsiGate')) {
  console.warn('[jitsi-gate] twice: this page has the script already');
} else {
  Object.defineProperty(window, 'JitsiGate', { value: published });
  addEventListener('click', open);
  if (!look()) {
    // Whatever comes later, be it the rest of the page or an application's next view.
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-jitsi-room', 'data-jitsi-src'] });
  }
}
