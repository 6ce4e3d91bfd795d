/** Directives that may keep a meeting's script or frame out of the page (CSP Level 3). */
const DIRECTIVES = /^(script-src(-elem)?|frame-src|child-src|default-src)$/;

/**
 * Calls back with the directive by which the page's own Content Security Policy refused something of an origin.
 * Returns how to stop listening.
 */
export function watchPagePolicy(origin: string, refused: (directive: string) => void): () => void {
  const listener = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void => {
    // Browsers may shorten the address to its origin.
    const isOurs = blockedURI === origin || blockedURI.startsWith(`${origin}/`);
    if (disposition === 'enforce' && isOurs && DIRECTIVES.test(effectiveDirective)) refused(effectiveDirective);
  };
  document.addEventListener('securitypolicyviolation', listener);
  return () => document.removeEventListener('securitypolicyviolation', listener);
}
