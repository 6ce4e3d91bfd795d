/** Directives that may keep a meeting's script or frame out of the page (CSP Level 3). */
const DIRECTIVES = /^(script-src(-elem)?|frame-src|child-src|default-src)$/;

/** Whether what a policy refused is of an origin. Browsers may shorten its address to that. */
export function isRefusalOf({ blockedURI, disposition }: Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'disposition'>, origin: string): boolean {
  return disposition === 'enforce' && (blockedURI === origin || blockedURI.startsWith(`${origin}/`));
}

/**
 * Calls back with the directive by which the page's own Content Security Policy refused something of an origin.
 * Returns how to stop listening.
 */
export function watchPagePolicy(origin: string, refused: (directive: string) => void): () => void {
  const listener = (event: SecurityPolicyViolationEvent): void => {
    if (isRefusalOf(event, origin) && DIRECTIVES.test(event.effectiveDirective)) refused(event.effectiveDirective);
  };
  window.addEventListener('securitypolicyviolation', listener);
  return () => window.removeEventListener('securitypolicyviolation', listener);
}
