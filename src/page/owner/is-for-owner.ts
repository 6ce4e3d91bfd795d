import type { Settings } from '../../config/settings.js';

/** Hosts on which owners try their pages: this computer, and names that no visitor can reach (RFC 6761, RFC 6762). */
const LOCAL = /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?(localhost|local|test))$/;

/** Whether the owner's checks are fetched on this page view, as `diagnostics` says. */
export function isForOwner({ diagnostics }: Pick<Settings, 'diagnostics'>, { hostname, search }: Pick<Location, 'hostname' | 'search'> = location): boolean {
  return diagnostics === 'always' || (diagnostics === 'auto' && (LOCAL.test(hostname) || /\bjitsi-gate-check\b/.test(search)));
}
