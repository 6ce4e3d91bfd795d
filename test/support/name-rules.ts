/**
 * Names that the lists of ad blockers match (EasyList Cookie). A gate with such a file, class or id name is hidden together
 * with the meeting behind it, and the site's owner cannot mend that.
 */
const topic = '(?:cookies?|consent|gdpr|dsgvo|rgpd|ccpa|eu-cookie)';
const thing = '(?:consent|banner|bar|notice|notification|popup|modal|dialog|overlay|wall|law|policy|message|alert|layer|box|info|hint|manager)';
const listed = new RegExp(`(?:^|[^a-z])${topic}[-_]?${thing}(?![a-z])`, 'i');

/** The part of a name that block lists match, or undefined when the name is safe. */
export function findListedName(name: string): string | undefined {
  const parts = name.replaceAll(/([a-z])([A-Z])/g, '$1-$2');
  return listed.exec(parts)?.[0].replace(/^[^a-z]/i, '');
}

/**
 * Addresses that the same lists block: platforms by their own name, and what calls itself a platform or a notice on privacy.
 * A file of ours that is named so never arrives.
 */
const blocked = /\/(?:onetrust[-.]|didomi\.js|iubenda[-_.]|tarteaucitron[-.]|cookiebot|usercentrics|cmp(?:[-.]|\/(?:cmp|consent-|privacy))|oil[.-]|rodo[-.]|cnil[-.]|gdpr[-_.]|cookies?[-_.]|privacy-(?:banner|bar|consent|manager|modal|policy|popup|templates))|-(?:gdpr|rodo)-|notification\.js/i;

/** The part of a file's path that block lists match, by its name or its address; undefined when it is safe. */
export function findListedPath(path: string): string | undefined {
  return findListedName(path) ?? blocked.exec(`/${path}`)?.[0];
}

/** Tells whether a text is used as a name (class, id, storage key, file) and not as a sentence for people. */
export function isNameLike(text: string): boolean {
  return text.length > 0 && text.length <= 80 && /^[\w./#:-]+$/.test(text);
}

/** kebab-case file names, also with several endings: `gate-views.ts`, `local-store.browser.test.ts`. */
export function isKebabCase(fileName: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(fileName);
}
