import { parseUrl } from '../../lib/url.js';

/** What nobody could find by that name, and frames: one that the page's policy refused is listed like one that came. */
const UNTOLD = /frame|other/;

/**
 * Reports what the page fetches, and has fetched as far as the browser remembers it, once it is there: also what no element
 * shows, like headers, styles and requests of scripts. `by` is what asked for it, as the browser calls it (Resource Timing).
 * Returns how to stop.
 */
export function watchFetched(report: (url: URL, by: string) => void): () => void {
  const refused = new Set<string | undefined>();
  const note = (reports: readonly Report[]): void => reports.forEach(({ body }) => refused.add(parseUrl((body as { blockedURL: string }).blockedURL)?.origin));
  try {
    // Chromium lists as fetched, in less than a millisecond, also what a policy of the page refused.
    const policy = new ReportingObserver(note, { types: ['csp-violation'], buffered: true });
    policy.observe();
    const network = new PerformanceObserver((list) => {
      note(policy.takeRecords());
      for (const { name, initiatorType, duration } of list.getEntries() as PerformanceResourceTiming[]) {
        const url = parseUrl(name);
        if (url && duration >= 1 && !UNTOLD.test(initiatorType) && !refused.has(url.origin)) report(url, initiatorType);
      }
    });
    network.observe({ type: 'resource', buffered: true });
    return () => (network.disconnect(), policy.disconnect());
  } catch {
    // A browser without one of the two, or a page that took it away: a hint less, rather than one that may be false.
    return () => undefined;
  }
}
