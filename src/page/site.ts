import type { Settings } from '../config/settings.js';
import type { Ledger } from '../consent/ledger.js';
import { type Choice, type Site, currentSite, setSite } from '../gate/site.js';

/** What a site is opened with. */
export interface SiteStart {
  readonly settings: Settings;
  readonly nonce?: string;
  /** Given where scripts of the page decide from the start; otherwise it comes with the choice. */
  readonly ledger?: Ledger;
  /** Fetches what a choice needs and opens it. */
  fetchChoice(site: Site): Promise<Choice>;
}

/** Makes the site that every gate of the page shares. */
export function createSite({ settings, nonce = '', ledger, fetchChoice }: SiteStart): Site {
  let preparing: Promise<Choice> | undefined;
  let arrived: (choice: Choice) => void = () => undefined;
  const over = new AbortController();
  const site = {
    settings,
    nonce,
    ledger,
    choice: undefined as Choice | undefined,
    whenChoice: new Promise<Choice>((resolve) => (arrived = resolve)),
    ended: over.signal,
    end: () => over.abort(),
    prepareChoice() {
      preparing ??= fetchChoice(site).then((choice) => {
        site.choice = choice;
        site.ledger = choice.ledger;
        arrived(choice);
        // Every gate takes note.
        if (currentSite() === site) setSite(site);
        return choice;
      }, (error: unknown) => {
        preparing = undefined;
        throw error;
      });
      return preparing;
    },
  };
  return site;
}
