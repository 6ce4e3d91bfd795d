import type { CreateMeetingRun, MeetingHost } from './meeting-run.js';

/** What a controller needs to know of the element that it controls. */
export interface GateHost extends MeetingHost {
  /** Gives what runs a meeting, with all that is drawn of one. Rejects where the gate's own file cannot be had. */
  prepareMeeting(): CreateMeetingRun | Promise<CreateMeetingRun>;
}
