/** A yes is near, or given: what runs and draws a meeting. */
import { meetingRunsOf } from '../gate/meeting-run.js';
import { jitsi } from '../providers/jitsi/index.js';

export { meetingViews, tryToDraw } from '../elements/gate/meeting-views.js';

/** Runs meetings on Jitsi servers. */
export const createRun = meetingRunsOf(jitsi);
