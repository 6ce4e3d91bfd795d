import type { Operator } from '../config/operator.js';
import { entryPrefix, mayRemember } from '../config/settings.js';
import { createListeners } from '../lib/listeners.js';
import { warnOnce } from '../lib/warn-once.js';
import { hasEntry } from '../storage/has-entry.js';
import { openStore } from '../storage/open-store.js';
import { readSiteCookie } from '../storage/site-cookie.js';
import type { Adapter, Answer, PlatformInstance } from '../config/platform.js';
import type { Ask, Platform } from './bridge.js';
import { keepLooking } from './keep-looking.js';
import { type Choice, type Desk, listenToService } from './listen-to-service.js';
import { PLATFORMS, seenPlatforms } from './registry.js';

const say = (what: string): void => warnOnce('cmp', `${what}; the gate asks by itself`);

function listen(target: EventTarget, events: string, heard: (event: Event) => void): () => void {
  const names = events.split(' ');
  for (const name of names) target.addEventListener(name, heard);
  return () => {
    for (const name of names) target.removeEventListener(name, heard);
  };
}

/** The platform's name for the service of an operator. */
function serviceOf({ key, software }: Operator, { settings: { cmpService = {} } }: Desk): string {
  const named = typeof cmpService === 'string' ? cmpService : Object.hasOwn(cmpService, key) ? cmpService[key] : undefined;
  return named ?? software ?? 'jitsi';
}

/** Asks a platform about every operator, and listens to it until the desk's end. */
function follow(name: string, platform: Pick<Platform, 'open' | 'hasOnlyCategories'>, { desk, instance }: { readonly desk: Desk; readonly instance?: unknown }): void {
  const { settings } = desk;
  const operators = [...settings.operators.values()];
  const { cmpCategory: category } = settings;
  if (platform.hasOnlyCategories && category === undefined) return say(`${name} has categories: name the one of the meetings by cmpCategory`);
  if (!operators.some((operator) => mayRemember(settings, operator))) say(`${name}: visitors are never remembered here, so its yes is not taken`);
  for (const operator of operators) {
    const service = serviceOf(operator, desk);
    let wasYes = false;
    const yesOr = (isYes: unknown): Answer => {
      const answer = isYes === true ? 'granted' : wasYes ? 'denied' : 'unknown';
      wasYes ||= isYes === true;
      return answer;
    };
    const ask: Ask = { service, category, instance, listen, readCookie: readSiteCookie, yesOr };
    const isOwn = operators.every((other) => other === operator || serviceOf(other, desk) !== service);
    try {
      listenToService({ platform: name, service: category === undefined ? `service ${service}` : `service ${service} nor category ${category}`, operator, isOwn, bridge: platform.open(ask) }, desk);
    } catch (error) {
      say(`${name} cannot be read (${String(error)})`);
    }
  }
}

/** Whether a platform can be read now. What throws when it is looked at cannot. */
function isReadable(platform: Platform, instance?: unknown): boolean {
  try {
    return platform.detect(instance);
  } catch {
    return false;
  }
}

/**
 * What a script of the page gives for a name, in `JitsiGateCallbacks.cmp`: the platform without a global, or the owner's own adapter. It
 * is read when it is needed, so it does not matter which script comes first.
 */
function givenFor(name: string): Partial<Adapter & PlatformInstance> | undefined {
  const { JitsiGateCallbacks: { cmp } = {} } = globalThis as { JitsiGateCallbacks?: { readonly cmp?: Partial<Adapter & PlatformInstance> } };
  return cmp?.name === name ? cmp : undefined;
}

const isAdapter = (given: Partial<Adapter> | undefined): given is Adapter => typeof given?.read === 'function' && typeof given.subscribe === 'function';

/** Follows the owner's own adapter of a name that is not known here. */
function followGiven(name: string, desk: Desk): void {
  keepLooking(() => {
    const given = givenFor(name);
    if (isAdapter(given)) follow(name, { open: () => given }, { desk });
    else if (document.readyState !== 'complete') return false;
    else say(`${JSON.stringify(name)} is no platform that is known here (${Object.keys(PLATFORMS).join(', ')}), and JitsiGateCallbacks.cmp is no adapter of that name`);
    return true;
  }, desk.ended);
}

async function followNamed(name: string, desk: Desk, instance?: unknown): Promise<void> {
  const known = Object.hasOwn(PLATFORMS, name) ? PLATFORMS[name] : undefined;
  if (!known) return followGiven(name, desk);
  const { platform } = await known.load();
  keepLooking((isLate) => {
    const found = instance ?? givenFor(name)?.instance;
    const isThere = isReadable(platform, found);
    if (isThere) follow(name, platform, { desk, instance: found });
    else if (isLate) say(`${name} has not come`);
    return isThere;
  }, desk.ended);
}

/** Follows the most specific platform that is there, and another one that comes later and is more specific. */
function followAny(desk: Desk): void {
  const fetched = new Map<string, Platform | undefined>();
  const ask = (name: string): void => {
    fetched.set(name, undefined);
    PLATFORMS[name]?.load().then(({ platform }) => fetched.set(name, platform)).catch((error: unknown) => say(String(error)));
  };
  let current: { readonly name: string; readonly over: AbortController } | undefined;
  const choose = (name: string, platform: Platform): void => {
    current?.over.abort();
    const over = new AbortController();
    current = { name, over };
    desk.ended.addEventListener('abort', () => over.abort());
    follow(name, platform, { desk: Object.create(desk, { ended: { value: over.signal } }) as Desk });
  };
  keepLooking((isLate) => {
    for (const name of seenPlatforms()) {
      // Those that follow are less specific.
      if (name === current?.name) break;
      const platform = fetched.get(name);
      if (!fetched.has(name)) ask(name);
      if (!platform || !isReadable(platform)) continue;
      choose(name, platform);
      break;
    }
    if (isLate && !current) say('no consent platform has come');
    return isLate && current !== undefined;
  }, desk.ended);
}

/** A site, as far as a platform is concerned. */
interface Site extends Pick<Desk, 'settings' | 'ended'> {
  readonly choice: SiteChoice | undefined;
  prepareChoice(): Promise<SiteChoice>;
  readonly whenChoice: Promise<SiteChoice>;
}

interface SiteChoice extends Choice {
  /** Hears of each decision that is made on this page view. */
  onDecision?: Parameters<Desk['onDecision']>[0];
}

/**
 * Follows the consent platform of a site, and has what it says put on record. Whatever is wrong with a platform, the gate goes on
 * without it, and the console says why.
 */
export function followPlatform(site: Site): void {
  const { settings, ended, whenChoice } = site;
  const { cmp, storage, storageKey, operators } = settings;
  const { notify, subscribe } = createListeners<Parameters<NonNullable<SiteChoice['onDecision']>>>();
  void whenChoice.then((choice) => (choice.onDecision = (...decision) => notify(decision)));
  // What was decided before may be what a platform ends.
  if ([...operators.keys()].some((key) => hasEntry(storage, entryPrefix(settings) + key))) site.prepareChoice().catch(() => undefined);
  const desk: Desk = {
    settings, ended, whenChoice,
    get choice() {
      return site.choice;
    },
    prepareChoice: () => site.prepareChoice(),
    notes: openStore({ ...settings, prefix: entryPrefix({ storageKey: `${storageKey}-platform` }) }),
    onDecision: (decided) => void subscribe((decision) => decided(...decision)),
  };
  const follows = async (): Promise<void> => {
    if (cmp === 'auto') followAny(desk);
    else if (typeof cmp === 'string') await followNamed(cmp, desk);
    else if ('instance' in cmp) await followNamed(cmp.name, desk, cmp.instance);
    else follow(cmp.name, { open: () => cmp }, { desk });
  };
  follows().catch((error: unknown) => say(String(error)));
}
