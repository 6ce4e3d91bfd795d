import { type GateFiles, later } from '../elements/gate/later.js';
import { loadTexts } from '../i18n/load.js';
import { warnOnce } from '../lib/warn-once.js';
import { fetchAfterYes, fetchExplanation } from './loading.js';

/** How gates get the files of later moments. */
export const gateFiles: GateFiles = {
  async fetchMeeting(language) {
    const [{ createRun, meetingViews, tryToDraw }] = await Promise.all([fetchAfterYes(), loadTexts(language, 'more')]);
    tryToDraw();
    later.meeting = meetingViews;
    later.createRun = createRun;
    return createRun;
  },
  tellInvalid(element, settings) {
    // Without the file the owner still sees the state.
    fetchExplanation().then(({ explainPlaceholder }) => explainPlaceholder(element, settings)).catch(() => warnOnce('embed', 'wrong placeholder', 'error'));
  },
};
