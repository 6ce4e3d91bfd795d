/** An operator has another software than Jitsi, or a server that refuses frames; or who runs it is not said, and may be known here. */
import type { Settings } from '../config/settings.js';
import { later } from '../elements/gate/later.js';
import { softwareLook, softwareWords } from '../elements/gate/software-look.js';
import { OTHERS } from '../facts/software/others.js';
import { addServices } from '../facts/software/services.js';
import { fetchOtherMeeting } from './later-loading.js';

/**
 * Adds what is known of other software and services, reads the configuration again, and gives each operator what is known of its
 * software.
 */
export function addSoftware<Read extends { readonly settings?: Settings }>(read: () => Read): Read {
  addServices();
  later.softwareProvider = { run: async (...meeting) => (await fetchOtherMeeting()).frameProvider.run(...meeting) };
  Object.assign(later, { drawnAs: softwareLook, wordsFor: softwareWords });
  const again = read();
  for (const operator of again.settings?.operators.values() ?? []) operator.known = operator.software && OTHERS[operator.software];
  return again;
}
