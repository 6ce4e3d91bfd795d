import type { Operator } from '../../src/config/operator.js';
import type { DecisionRecord } from '../../src/consent/record.js';
import { termsDigest } from '../../src/consent/terms.js';
import { type Ledger, createLedger } from '../../src/consent/ledger.js';
import { type Settings, entryPrefix } from '../../src/config/settings.js';
import { openSharedStore } from '../../src/storage/open-store.js';
import { vi } from 'vitest';
import { type StorageTrouble, type Tab, createBrowser } from './browser-tabs.js';
import { no, once, withdrawn, yes } from './page-view.js';
import { clinic, sampleSettings } from './sample-config.js';

const INPUTS = { yes, once, no, withdrawn } as const;
const MAX_AGE_DAYS = 30;

/** Something that happens in a browser with two tabs on one site. */
export type Step =
  | { readonly type: 'decide'; readonly tab: number; readonly operator: number; readonly input: string }
  | { readonly type: 'reload'; readonly tab: number; readonly notice: string }
  | { readonly type: 'pass'; readonly time: number }
  | { readonly type: 'freeze' | 'thaw' | 'clear'; readonly tab: number }
  | { readonly type: 'trouble'; readonly trouble: string };

interface Page {
  readonly tab: Tab;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly operators: readonly Operator[];
}

/** A decision as the model remembers it: all that was ever made, in the order in which it was. */
interface Made {
  readonly page: Page;
  readonly key: string;
  readonly record: DecisionRecord;
  /** Storage worked when it was made. */
  readonly isStored: boolean;
  /** The clock was set back to before it: it was fast then, and the decision outweighs nothing. */
  isDoubtful: boolean;
}

/** The real ledger and store in a browser of two tabs, next to a plain list of what was decided. */
export interface LedgerWorld {
  take(step: Step): void;
  /** Every grant that there is, by tab and operator. */
  grants(): string[];
  /** Grants that no decision in the list allows. */
  unfoundedGrants(): string[];
  /** Latest decisions, made while storage worked, that a new visit does not read or count. */
  lostDecisions(): string[];
  end(): void;
}

/** Creates a world with two open tabs and nothing decided. */
export function createLedgerWorld(): LedgerWorld {
  const browser = createBrowser();
  let made: Made[] = [];
  /** The list of decisions that storage must know is empty after it was cleared, or was in trouble. */
  let storedFrom = 0;

  const open = (notice: string): Page => {
    const tab = browser.openTab();
    const operators = { clinic, school: { ...clinic, name: 'School' } };
    const settings = sampleSettings({ operators, noticeVersion: notice, maxAgeDays: MAX_AGE_DAYS });
    const ledger = tab.run(() => createLedger(openSharedStore({ ...settings, prefix: entryPrefix(settings) }), settings));
    return { tab, ledger, settings, operators: [...settings.operators.values()] };
  };
  const close = ({ tab, ledger }: Page): void => {
    tab.run(() => ledger.close());
    tab.isDeaf = true;
  };
  const pages = [open('1'), open('1')];
  const pageAt = (index: number): Page => pages[index] ?? open('1');

  const decide = ({ tab: index, operator: number, input }: Extract<Step, { type: 'decide' }>): void => {
    const page = pageAt(index);
    const operator = page.operators[number];
    // A frozen page runs no code.
    if (!operator || page.tab.isDeaf) return;
    vi.setSystemTime(Date.now() + 1);
    const record = page.tab.run(() => page.ledger.record(operator, INPUTS[input as keyof typeof INPUTS]));
    made.push({ page, key: operator.key, record, isStored: browser.trouble === 'none', isDoubtful: false });
  };

  const take = (step: Step): void => {
    if (step.type === 'decide') decide(step);
    if (step.type === 'reload') {
      close(pageAt(step.tab));
      pages[step.tab] = open(step.notice);
    }
    if (step.type === 'pass') pass(step.time);
    if (step.type === 'freeze') pageAt(step.tab).tab.isDeaf = true;
    if (step.type === 'thaw') thaw(pageAt(step.tab));
    if (step.type === 'clear') clear();
    if (step.type === 'trouble') {
      browser.trouble = step.trouble as StorageTrouble;
      storedFrom = made.length;
    }
  };

  const pass = (time: number): void => {
    vi.setSystemTime(Date.now() + time);
    for (const decision of made) decision.isDoubtful ||= Date.parse(decision.record.at) > Date.now();
  };

  const thaw = (page: Page): void => {
    if (!page.tab.isDeaf) return;
    page.tab.isDeaf = false;
    page.tab.run(() => page.ledger.refresh());
  };

  /** The visitor clears the site's data: every page is told, and nothing that was decided counts any more. */
  const clear = (): void => {
    browser.kept.clear();
    for (const { tab } of pages) if (!tab.isDeaf) tab.fire(Object.assign(new Event('storage'), { key: null, newValue: null }));
    made = [];
    storedFrom = 0;
  };

  const isCurrent = ({ record }: Made, terms: string): boolean => {
    const [at, until] = [Date.parse(record.at), Date.parse(record.until)];
    return record.terms === terms && at <= Date.now() && Date.now() < until;
  };

  /** A yes that a page may load by: its own, or a remembered one, and nothing against it since that the page can know. */
  const isFounded = (page: Page, operator: Operator): boolean => made.some((yesMade, index) => {
    const { key, record } = yesMade;
    if (key !== operator.key || record.decision !== 'granted') return false;
    if (!isCurrent(yesMade, termsDigest(operator, page.settings))) return false;
    if (yesMade.page !== page && record.scope !== 'remembered') return false;
    const later = made.slice(index + 1).filter((other) => other.key === key && other.record.decision !== 'granted');
    return later.every((other) => other.page !== page && !other.isStored);
  });

  const grants = (): [Page, Operator][] => pages.filter(({ tab }) => !tab.isDeaf).flatMap((page) =>
    page.operators.filter((operator) => page.tab.run(() => page.ledger.grant(operator))).map((operator): [Page, Operator] => [page, operator]));
  const nameOf = ([page, operator]: [Page, Operator]): string => `tab ${pages.indexOf(page)}: ${operator.key}`;

  /** How a new visit should stand by a decision. */
  const standingBy = (decision: Made, terms: string): string => {
    const { scope, decision: said } = decision.record;
    return scope === 'remembered' && said !== 'withdrawn' && isCurrent(decision, terms) ? said : 'none';
  };

  const isLost = (visit: Page, operator: Operator): boolean => {
    const ofOperator = made.filter(({ key }) => key === operator.key);
    const latest = ofOperator.at(-1);
    if (!latest?.isStored || latest.isDoubtful || made.indexOf(latest) < storedFrom || browser.trouble !== 'none') return false;
    // Which of two came later nobody can tell where the clock was wrong; but no yes may come back over a refusal.
    const others = ofOperator.filter(({ isDoubtful, record }) => isDoubtful && record.at > latest.record.at
      && (record.decision !== 'granted' || latest.record.decision === 'granted'));
    const [found, standing] = visit.tab.run(() => [visit.ledger.decision(operator), visit.ledger.standing(operator)]);
    const read = [latest, ...others].find(({ record }) => JSON.stringify(record) === JSON.stringify(found));
    return !read || standing !== standingBy(read, termsDigest(operator, visit.settings));
  };

  return {
    take,
    grants: () => grants().map(nameOf),
    unfoundedGrants: () => grants().filter(([page, operator]) => !isFounded(page, operator)).map(nameOf),
    lostDecisions() {
      return ['1', '2'].flatMap((notice) => {
        const visit = open(notice);
        const lost = visit.operators.filter((operator) => isLost(visit, operator));
        close(visit);
        return lost.map(({ key }) => `${key} on notice ${notice}`);
      });
    },
    end: () => pages.forEach(close),
  };
}
