import type { Answer } from '../config/platform.js';
import type { Bridge, Platform } from './bridge.js';

/** A service of version 2. */
interface Service {
  readonly id: string;
  readonly name: string;
  readonly isEssential?: boolean;
  readonly consent: { readonly status: boolean; readonly history?: readonly { readonly type: string }[] };
}

/** Version 2 (https://docs.usercentrics.com/#/browser-ui). */
interface BrowserUi {
  isInitialized(): boolean;
  /** A promise in newer builds. */
  getServicesBaseInfo(): readonly Service[] | Promise<readonly Service[]>;
  acceptService(id: string): Promise<void>;
  rejectService(id: string): Promise<void>;
}

interface Details {
  readonly consent?: { readonly type?: string };
  readonly services: Readonly<Record<string, { readonly name?: string; readonly essential?: boolean; readonly consent?: { readonly given?: boolean } } | undefined>>;
}

/** Version 3 (https://usercentrics.com/docs/web/features/api/): every method is asynchronous. */
interface Cmp {
  isInitialized(): Promise<boolean>;
  getConsentDetails(): Promise<Details>;
  updateServicesConsents(consents: readonly { readonly id: string; readonly consent: boolean }[]): Promise<void>;
  saveConsents(type: 'EXPLICIT'): Promise<void>;
}

const newer = (instance: unknown): Cmp | undefined => {
  const found = (instance ?? Reflect.get(window, '__ucCmp')) as Partial<Cmp> | undefined;
  return typeof found?.getConsentDetails === 'function' ? found as Cmp : undefined;
};
const older = (instance: unknown): BrowserUi | undefined => {
  const found = (instance ?? Reflect.get(window, 'UC_UI')) as Partial<BrowserUi> | undefined;
  return typeof found?.getServicesBaseInfo === 'function' ? found as BrowserUi : undefined;
};

type Found = readonly [id: string, answer: Answer] | undefined;

/** What version 2 says of a service, by its template ID or its name. */
async function askOlder(ui: BrowserUi, service: string): Promise<Found> {
  const found = (await ui.getServicesBaseInfo()).find(({ id, name }) => id === service || name === service);
  if (!found || found.isEssential) return undefined;
  const isExplicit = found.consent.history?.some(({ type }) => type === 'explicit');
  return [found.id, !isExplicit ? 'unknown' : found.consent.status ? 'granted' : 'denied'];
}

/** What version 3 says of it. */
async function askNewer(cmp: Cmp, service: string): Promise<Found> {
  const { consent, services } = await cmp.getConsentDetails();
  const [id, found] = Object.entries(services).find(([key, one]) => key === service || one?.name === service) ?? [];
  if (id === undefined || !found || found.essential) return undefined;
  return [id, consent?.type !== 'EXPLICIT' ? 'unknown' : found.consent?.given === true ? 'granted' : 'denied'];
}

/** Usercentrics 2 and 3. Its defaults say yes where the owner set them so; only an explicit decision counts. */
export const platform: Platform = {
  detect: (instance) => newer(instance) !== undefined || older(instance)?.isInitialized() === true,
  open({ service, instance, listen }) {
    let isKnown = true;
    const ask = async (): Promise<Found> => {
      const cmp = newer(instance);
      if (cmp && !await cmp.isInitialized()) await new Promise((resolve) => listen(window, 'UC_UI_INITIALIZED', resolve));
      const found = await (cmp ? askNewer(cmp, service) : askOlder(older(instance) as BrowserUi, service));
      isKnown = found !== undefined;
      return found;
    };
    const bridge: Bridge = {
      known: () => isKnown,
      read: async () => (await ask())?.[1] ?? 'unknown',
      subscribe(listener) {
        return listen(window, 'UC_UI_CMP_EVENT UC_CONSENT', (event) => {
          const { type, source } = Object((event as CustomEvent).detail) as { readonly type?: string; readonly source?: string };
          listener(/^(ACCEPT_ALL|DENY_ALL|SAVE)$/.test(String(type)) && source !== '__ucCmp');
        });
      },
      async write(granted) {
        const [id] = await ask() ?? [];
        if (id === undefined) return;
        const [cmp, ui] = [newer(instance), older(instance)];
        if (cmp) {
          await cmp.updateServicesConsents([{ id, consent: granted }]);
          await cmp.saveConsents('EXPLICIT');
        } else await (granted ? ui?.acceptService(id) : ui?.rejectService(id));
      },
    };
    return bridge;
  },
};
