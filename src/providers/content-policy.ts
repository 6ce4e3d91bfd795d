/** What a meeting needs of the page's Content-Security-Policy. */
export type PolicyNeed = 'script' | 'frame';

/** One rule of a policy. */
export interface Directive {
  readonly name: string;
  readonly sources: readonly string[];
}

// The first that the policy has decides (CSP Level 3, "directive fallback list").
const FALLBACKS: { readonly [need in PolicyNeed]: readonly string[] } = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
};

/** The first of these directives that a policy has. */
function findDirective(policy: string, names: readonly string[]): Directive | undefined {
  const directives = policy.split(';').map((text) => text.trim().split(/\s+/));
  for (const name of names) {
    const found = directives.find(([first = '']) => first.toLowerCase() === name);
    if (found) return { name, sources: found.slice(1) };
  }
  return undefined;
}

/** The directive of a policy that decides on scripts or frames; undefined where the policy does not care. */
export function decidingDirective(policy: string, need: PolicyNeed): Directive | undefined {
  return findDirective(policy, FALLBACKS[need]);
}

/** Those of these Trusted Types policies that no script of the page may make. */
export function refusedTypes(policy: string, names: readonly string[]): string[] {
  const sources = findDirective(policy, ['trusted-types'])?.sources ?? ['*'];
  return sources.includes('*') ? [] : names.filter((name) => !sources.includes(name));
}

const SOURCE = /^(?:([a-z][\w+.-]*):(?:\/\/|$))?([^/:]*)(?::(\d+|\*))?(?:\/|$)/;

// A source with http means https as well (CSP Level 3, "scheme-part match").
const admitsScheme = (scheme: string | undefined, protocol: string): boolean =>
  !scheme || scheme === 'http' || `${scheme}:` === protocol;

const admitsHost = (host: string, hostname: string): boolean =>
  host === '*' || host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1)));

const admitsPort = (given: string | undefined, { port, protocol }: URL): boolean =>
  given === undefined ? !port : given === '*' || given === (port || (protocol === 'https:' ? '443' : '80'));

/** Whether one source of a policy admits an origin. Paths are not looked at: in doubt nothing is said to be refused. */
export function admits(source: string, url: URL): boolean {
  const [, scheme, host = '', port] = SOURCE.exec(source) ?? [];
  if (!admitsScheme(scheme, url.protocol)) return false;
  if (source === '*' || (scheme && !host)) return true;
  return admitsHost(host, url.hostname) && admitsPort(port, url);
}

/** What the script of the page carries that a policy may ask for. */
export interface ScriptMarks {
  readonly nonce: string;
  readonly integrity: string | undefined;
}

/**
 * The name of the directive that would refuse an operator's script or frame; undefined where none would, or where it
 * cannot be known. Our script is put in by a script that the policy has let in, so `'strict-dynamic'` admits it.
 */
export function refusingDirective(policy: string, need: PolicyNeed, { origin, nonce, integrity }: ScriptMarks & { origin: string }): string | undefined {
  const directive = decidingDirective(policy, need);
  const marks = need === 'script' ? ["'strict-dynamic'", `'nonce-${nonce}'`, `'${integrity ?? ''}'`] : [];
  const isAdmitted = directive?.sources.some((source) => marks.includes(source) || admits(source.toLowerCase(), new URL(origin)));
  return isAdmitted ? undefined : directive?.name;
}
