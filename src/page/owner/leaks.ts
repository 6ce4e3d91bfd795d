import { jsonTexts } from '../../lib/json-texts.js';
import { parseUrl } from '../../lib/url.js';

/** Something in the page, not put there by us, for which the browser contacts a declared server without being asked. */
export interface Leak {
  /** To compare with others; nothing but its origin may be printed, because it may name a room. */
  readonly url: URL;
  /** What it is, and what to do about it. */
  readonly what: string;
  readonly remedy: string;
}

/** Who may not be contacted. */
export interface DeclaredHosts {
  /** Domains and further hosts of the operators, each with its port if it has one. */
  readonly hosts: readonly string[];
  /** The page's own address. */
  readonly page: Pick<Location, 'host' | 'hostname'>;
}

// `srcdoc` wins over `src`. What we put into the page ourselves carries the attribute.
const SUSPECTS = 'iframe[src]:not([srcdoc]),script[src],script[type="speculationrules" i],link[rel][href]';
const OURS = '[data-jitsi-gate]';

const HINT = /(?:^|\s)(preconnect|dns-prefetch|preload|modulepreload|prefetch|prerender)(?:\s|$)/i;
// What consent platforms hold back has another type, and is not fetched.
const RUNS = /^$|^module$|^(?:text|application)\/(?:x-)?(?:java|ecma)script/i;

type Suspicion = readonly [what: string, remedy: string, ...addresses: (string | null)[]];

function suspect(element: Element): Suspicion {
  const [src, rel] = [element.getAttribute('src'), HINT.exec(element.getAttribute('rel') ?? '')?.[1]];
  if (element.localName === 'iframe') return ['an iframe', 'write data-jitsi-src instead of its src', src];
  if (rel) return [`a link rel="${rel.toLowerCase()}"`, 'remove it', element.getAttribute('href')];
  const type = element.getAttribute('type')?.trim() ?? '';
  if (/^speculationrules$/i.test(type)) return ['a script of speculation rules', 'remove the server from it', ...jsonTexts(element.textContent)];
  return src && RUNS.test(type) ? ['a script', 'remove it: the gate loads what it needs, after a yes', src] : ['', ''];
}

/**
 * Whether an address is of a declared server. A host is contacted whatever the port; the page's own name stands for many
 * servers in development, so there the port counts.
 */
export function isDeclared(url: URL, { hosts, page }: DeclaredHosts): boolean {
  if (!/^(?:https?|wss?):$/.test(url.protocol) || url.host === page.host) return false;
  return hosts.some((host) => (url.hostname === page.hostname ? url.host === host : parseUrl(`https://${host}`)?.hostname === url.hostname));
}

function leaksOf(element: Element, declared: DeclaredHosts): Leak[] {
  const [what, remedy, ...addresses] = suspect(element);
  return addresses.flatMap((address) => {
    const url = parseUrl(address ?? '', element.baseURI);
    return url && isDeclared(url, declared) ? [{ url, what, remedy }] : [];
  });
}

/** Asked of the prototype: in a form, a field of that name would stand in front of the method (docs/law.md R75). */
const { matches, querySelectorAll } = Element.prototype;

/** What at and below an element contacts a declared server already. Shadow roots are not looked into; our meetings are there. */
export function findLeaks(root: Element, declared: DeclaredHosts): Leak[] {
  const found = [...(matches.call(root, SUSPECTS) ? [root] : []), ...querySelectorAll.call(root, SUSPECTS)];
  return found.filter((element) => !matches.call(element, OURS)).flatMap((element) => leaksOf(element, declared));
}

/**
 * Reports what contacts a declared server, now and whenever something is added or changed. A look costs no more than what
 * was added. Returns how to stop.
 */
export function watchLeaks(root: Document, declared: DeclaredHosts, report: (leak: Leak) => void): () => void {
  const look = (node: Node): void => {
    if (node instanceof Element) findLeaks(node, declared).forEach(report);
  };
  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of mutations) {
      // A script that was empty is read as soon as it gets a text; later changes of that, or of `type` alone, are not (HTML).
      const isFilled = target instanceof HTMLScriptElement && !(previousSibling ?? nextSibling ?? removedNodes[0]);
      if (type === 'attributes' || isFilled) look(target);
      else addedNodes.forEach(look);
    }
  });
  // Asked of the prototype, as an element of that name would stand in front of it.
  look(Reflect.get(Document.prototype, 'documentElement', root) as Element);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['src', 'srcdoc', 'href', 'rel'] });
  return () => observer.disconnect();
}
