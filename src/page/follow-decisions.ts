import { entryPrefix } from '../config/settings.js';
import type { Site } from '../gate/site.js';
import { warnOnce } from '../lib/warn-once.js';

/** Fetches what follows a consent platform. */
type FetchPlatform = () => Promise<{ followPlatform(site: Site): void }>;

/**
 * Follows what is decided elsewhere: in other tabs, and while this page was frozen. What a choice needs is fetched when there
 * is news; at once where news can be heard only by what keeps decisions, or receipts may wait to be delivered. Has the site's consent
 * platform followed. Returns how to stop.
 */
export function followDecisions(site: Site, fetchPlatform: FetchPlatform): () => void {
  const { settings } = site;
  // Whoever needs it asks again, and tells.
  const prepare = (): void => void site.prepareChoice().catch(() => undefined);
  const hear = ({ key }: StorageEvent): void => {
    if (key?.startsWith(entryPrefix(settings))) prepare();
  };
  // A frozen page hears nothing of other tabs (back/forward cache).
  const show = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && site.ledger) site.ledger.refresh();
    else if (persisted) prepare();
  };
  addEventListener('storage', hear);
  addEventListener('pageshow', show);
  if (settings.basis === 'consent' && (settings.storage !== 'local' || settings.receipts !== undefined)) prepare();
  if (settings.cmp !== 'none') fetchPlatform().then((it) => it.followPlatform(site)).catch((error: unknown) => warnOnce('cmp', String(error)));
  return () => {
    removeEventListener('storage', hear);
    removeEventListener('pageshow', show);
  };
}
