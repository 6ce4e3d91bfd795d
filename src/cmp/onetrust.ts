import type { Answer } from '../config/platform.js';
import type { Platform } from './bridge.js';

/** Its global (https://developer.onetrust.com/onetrust/docs/javascript-api). */
interface OneTrust {
  /** Whether the visitor has answered. */
  IsAlertBoxClosed(): boolean;
  GetDomainData?(): { readonly Groups?: readonly { readonly CustomGroupId?: string; readonly OptanonGroupId?: string; readonly Status?: string }[] };
}

const trustOf = (instance: unknown): OneTrust | undefined => (instance ?? Reflect.get(window, 'OneTrust')) as OneTrust | undefined;
/** The groups that are on, like `,C0001,C0003,`. */
const groups = (): unknown => Reflect.get(window, 'OnetrustActiveGroups') ?? Reflect.get(window, 'OptanonActiveGroups');

/** OneTrust and CookiePro: categories only, which it calls groups. */
export const platform: Platform = {
  hasOnlyCategories: true,
  detect: (instance) => typeof trustOf(instance)?.IsAlertBoxClosed === 'function' && typeof groups() === 'string',
  open({ category = '', instance, listen }) {
    const trust = (): OneTrust => trustOf(instance) as OneTrust;
    return {
      known() {
        const all = trust().GetDomainData?.().Groups;
        const found = all?.find(({ CustomGroupId, OptanonGroupId }) => category === CustomGroupId || category === OptanonGroupId);
        // A group that is always active asks nobody.
        return all ? found !== undefined && !/always/i.test(found.Status ?? '') : category !== 'C0001';
      },
      read(): Answer {
        if (!trust().IsAlertBoxClosed()) return 'unknown';
        return String(groups()).split(',').includes(category) ? 'granted' : 'denied';
      },
      // The first of them comes on every page view.
      subscribe: (listener) => listen(window, 'OneTrustGroupsUpdated OTConsentApplied', () => listener()),
    };
  },
};
