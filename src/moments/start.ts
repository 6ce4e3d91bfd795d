import type { Gate } from '../page/gate.js';

/** The gate's own script tag. A script that has none, as it runs as a module or was combined, has no attributes either. */
export interface OwnTag {
  readonly src?: string;
  readonly nonce?: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

/** What a script tag has started. */
export interface Started {
  /** Puts the gate into what scripts of the page have, the same one each time. @throws GateError where the configuration is wrong */
  openGate(published: object): Promise<Gate>;
  openSettings(): Promise<void>;
}

/** What the first look of a page gives to its script tag. */
export interface FirstLook {
  boot(own: OwnTag): Started | Promise<Started>;
}

const GATED = '[data-jitsi-room],[data-jitsi-src],jitsi-gate,jitsi-gate-settings,jitsi-gate-notice';

/** Asks the prototypes, here and below: an element named like a method of the document would stand in front of it (docs/law.md R75). */
const find = (selector: string): Element | null => Document.prototype.querySelector.call(document, selector);

const ignore = (): void => undefined;

/**
 * Starts a script tag: looks whether the page has something to gate and only then has the rest fetched. All of this is paid
 * for by every page of the site, so it stays small: one function, which the build need not take apart.
 */
export function startScript(fetchFirstLook: (folder: URL) => FirstLook | Promise<FirstLook>): void {
  if (Object.hasOwn(window, 'JitsiGate')) return console.warn('[jitsi-gate] twice: loaded');
  // A module has no current script, and what another script has fetched or combined has none of its own.
  const own = (Reflect.get(Document.prototype, 'currentScript', document) ?? find('script[src*=jitsi-gate]') ?? { dataset: {} }) as OwnTag;
  let started: Promise<Started> | null = null;
  const start = (): Promise<Started> => (started ??= boot());
  async function boot(): Promise<Started> {
    // Named by tag or JSON block, which may stand below the script; else beside the script.
    const files = own.dataset['files'] ?? /"files": *"([^"]+)/.exec(find('script#jitsi-gate-config')?.textContent as string)?.[1];
    let folder: URL | undefined;
    try {
      folder = new URL(files ? files.replace(/\/?$/, '/') : 'jitsi-gate/', (!files && own.src) || (location as unknown as URL));
      // Nothing of ours comes from a host that neither the page nor its script comes from.
      if (!`${own.src} ${location}`.includes(`//${folder.host}/`)) throw 'another host';
      const booted = await (await fetchFirstLook(folder)).boot(own);
      // From now on the gate itself answers clicks.
      removeEventListener('click', open);
      return booted;
    } catch (error) {
      // The rest could not be had, or another script of the page has broken what it stands on. The next use tries again.
      started = null;
      console.error(`[jitsi-gate] files: none in ${folder}; moved? Exclude it from optimisers or set data-files. ${error}`);
      throw error;
    }
  }

  /** A page without a meeting may still have a link to the settings; their file is fetched on its first use. */
  const open = (event: Event): void => {
    if (event.defaultPrevented || !event.composedPath().some((node) => 'jitsiSettings' in ((node as HTMLElement).dataset ?? {}))) return;
    event.preventDefault();
    start().then((it) => it.openSettings()).catch(ignore);
  };
  addEventListener('click', open);

  Reflect.set(window, 'JitsiGate', {
    /** Asking for this is a reason to load the rest, also on a page without a placeholder. */
    get ready(): Promise<unknown> {
      return start().then((it) => it.openGate(this));
    },
  });

  // Starts when the page has something to gate, or a meeting past the gate: now, or when the rest of the page comes, or an
  // application's next view.
  const wanted = `${GATED},[src*=${CSS.escape(`//${own.dataset['domain']}/`)}]`;
  const look = (_?: unknown, observer?: MutationObserver): void => {
    if (!find(wanted)) return;
    observer?.disconnect();
    start().catch(ignore);
  };
  look();
  if (!started) new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ['data-jitsi-room', 'data-jitsi-src'] });
}
