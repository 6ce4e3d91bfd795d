import { type Directive, type PolicyNeed, admits, decidingDirective } from './content-policy.js';

/** What a browser says of something that a policy refused. */
export type Violation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'disposition' | 'effectiveDirective' | 'originalPolicy'>;

/**
 * What to change in a policy. A directive for more than this, like `default-src`, stays as it is: one of its own, with what the wide
 * one lets in, opens nothing else. Nonces, hashes and words mean nothing for frames.
 */
function remedyFor(need: PolicyNeed, { name, sources }: Directive, origin: string): string {
  if (!/^(default|child)/.test(name)) return `add ${origin} to ${name}`;
  const idle = need === 'script' ? /^'none'/i : /^'(?!self)/i;
  return `add the directive ${[`${need}-src`, ...sources.filter((source) => !idle.test(source)), origin].join(' ')} and leave ${name} as it is`;
}

/**
 * What an owner reads where a policy refuses an operator's script or frame. `kind` is what was refused, or begins with it: the
 * directive as the browser names it.
 */
export function refusalText(policy: string, kind: string, origin: string): string {
  const need: PolicyNeed = kind.startsWith('script') ? 'script' : 'frame';
  const directive = decidingDirective(policy, need) ?? { name: kind, sources: [] };
  const { name, sources } = directive;
  // A source with a path may leave out what was asked for; one without can refuse only what a redirect leads to. Browsers tell
  // the address that was asked for all the same (CSP Level 3, "create a violation object for request").
  const isAdmitted = sources.some((source) => !/[\w*]\/./.test(source) && admits(source.toLowerCase(), new URL(origin)));
  const remedy = isAdmitted ? `${name} admits it, so that server redirected to another one, which was rightly refused` : remedyFor(need, directive, origin);
  return `the page's Content-Security-Policy refuses the ${need} of ${origin}; ${remedy}`;
}

/**
 * What a refusal means for the owner; undefined where it is none of an operator's origin, or was only reported. Browsers may
 * shorten the address to the origin.
 */
export function readRefusal({ blockedURI, disposition, effectiveDirective, originalPolicy }: Violation, origin: string): string | undefined {
  if (disposition !== 'enforce' || !/^(script|frame)/.test(effectiveDirective) || !`${blockedURI}/`.startsWith(`${origin}/`)) return undefined;
  return refusalText(originalPolicy, effectiveDirective, origin);
}

/**
 * Calls back with what the owner has to know when the page's own Content Security Policy refused a script or frame of an
 * origin. Returns how to stop listening.
 */
export function watchPagePolicy(origin: string, refused: (message: string) => void): () => void {
  const listener = (event: SecurityPolicyViolationEvent): void => {
    const message = readRefusal(event, origin);
    if (message) refused(message);
  };
  window.addEventListener('securitypolicyviolation', listener);
  return () => window.removeEventListener('securitypolicyviolation', listener);
}
