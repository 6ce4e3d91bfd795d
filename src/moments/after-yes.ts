/** A yes is near, or given: what runs and draws a meeting. */
import { meetingRunsOf } from '../gate/meeting-run.js';
import { jitsi } from '../providers/jitsi/index.js';
import { later } from '../elements/gate/later.js';

export { meetingViews, tryToDraw } from '../elements/gate/meeting-views.js';

/** Runs meetings: on Jitsi servers by what is here, on others by what their page has fetched before. */
export const createRun = meetingRunsOf(({ software }) => (software && later.softwareProvider) || jitsi);
