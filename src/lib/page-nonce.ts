import { ofDocument } from './of-document.js';

/** The CSP nonce that this page's own scripts carry, so that a strict policy lets the operator's script in as well; otherwise an empty string. */
export function pageNonce(): string {
  return (ofDocument('querySelector').call(document, 'script[nonce]') as HTMLScriptElement | null)?.nonce ?? '';
}
