import { type GateFiles, later } from '../elements/gate/later.js';
import { loadTexts } from '../i18n/load.js';
import { warnOnce } from '../lib/warn-once.js';
import { fetchAfterYes, fetchExplanation, fetchOpened } from './loading.js';

/** How gates get the files of later moments. */
export const gateFiles: GateFiles = {
  async fetchMeeting(language) {
    const [{ createRun, meetingViews, tryToDraw }] = await Promise.all([fetchAfterYes(), loadTexts(language, 'more')]);
    tryToDraw();
    later.meeting = meetingViews;
    later.createRun = createRun;
    return createRun;
  },
  openDetails(gate) {
    // The first look has what matters, and the next opening tries again.
    fetchOpened().then(({ showDetails }) => showDetails(gate)).catch((error: unknown) => warnOnce('details', String(error)));
  },
  tellInvalid(element, settings) {
    // Without the file the owner still sees the state.
    fetchExplanation().then(({ explainPlaceholder }) => explainPlaceholder(element, settings)).catch(() => warnOnce('embed', 'a placeholder is wrong', 'error'));
  },
};
