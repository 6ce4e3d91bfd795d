import type { Gate } from '../page/gate.js';

/** What a script tag has started. */
export interface Started {
  /** Gives the gate to scripts of the page. @throws GateError where the configuration is wrong */
  openGate(): Promise<Gate>;
  openSettings(): Promise<void>;
}

/** What the first look of a page gives to its script tag. */
export interface FirstLook {
  boot(attributes: Readonly<Record<string, string | undefined>>, nonce: string): Started;
}

const GATED = '[data-jitsi-room],iframe[data-jitsi-src],jitsi-gate,jitsi-gate-settings';

/** Makes what starts the rest, once. */
function createStart(fetchFirstLook: () => FirstLook | Promise<FirstLook>): () => Promise<Started> {
  // Asked of the prototypes, here and below: an element named `currentScript` would stand in front of it (docs/law.md R75).
  // The window's own methods have nothing in front of them.
  const own = Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null;
  const attributes = { ...own?.dataset };
  const nonce = own?.nonce ?? '';
  let started: Promise<Started> | undefined;
  const boot = async (): Promise<Started> => {
    try {
      const fetched = fetchFirstLook();
      // What is there already is used in the same turn.
      return ('boot' in fetched ? fetched : await fetched).boot(attributes, nonce);
    } catch (error) {
      // The rest could not be had, or another script of the page has broken what it stands on.
      console.error(`[jitsi-gate] gate: ${error}`);
      throw error;
    }
  };
  return () => (started ??= boot());
}

/** A page without a meeting may still have a link to the settings; their file is loaded on its first use. */
function answerSettingsLinks(start: () => Promise<Started>): () => void {
  const open = (event: Event): void => {
    if (event.defaultPrevented || !(event.target instanceof Element) || !Element.prototype.closest.call(event.target, '[data-jitsi-settings]')) return;
    event.preventDefault();
    start().then(({ openSettings }) => openSettings()).catch(() => undefined);
  };
  addEventListener('click', open);
  return () => removeEventListener('click', open);
}

/** Starts when the page has something to gate: now, or when the rest of the page comes, or an application's next view. */
function watch(start: () => void): void {
  const look = (): boolean => Document.prototype.querySelector.call(document, GATED) !== null;
  if (look()) return start();
  const observer = new MutationObserver(() => {
    if (!look()) return;
    observer.disconnect();
    start();
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-jitsi-room', 'data-jitsi-src'] });
}

/**
 * Starts a script tag: looks whether the page has something to gate and only then has the rest fetched. All of this is paid
 * for by every page of the site, so it stays small.
 */
export function startScript(fetchFirstLook: () => FirstLook | Promise<FirstLook>): void {
  if (Object.hasOwn(window, 'JitsiGate')) return console.warn('[jitsi-gate] twice: this page has the script already');
  const boot = createStart(fetchFirstLook);
  // From then on the gate itself answers clicks. The console has the reason already if there is none.
  const stopAnswering = answerSettingsLinks(boot);
  const start = (): Promise<Started> => {
    boot().catch(() => undefined).then(stopAnswering);
    return boot();
  };
  let ready: Promise<Gate> | undefined;
  const published = {
    /** Asking for this is a reason to load the rest, also on a page without a placeholder. */
    get ready(): Promise<Gate> {
      ready ??= start().then(({ openGate }) => openGate()).then((gate) => Object.assign(published, gate));
      return ready;
    },
  };
  Object.defineProperty(window, 'JitsiGate', { value: published });
  watch(() => void start().catch(() => undefined));
}
