import { createMeeting, type Meeting } from './meeting.js';
import { isSwitchedOn } from './switches.js';
import { readHashParams, readRoomName } from './url-params.js';
import { createView } from './view.js';
import { openWire, type Wire } from './wire.js';

/** Events the page's own "try" buttons send, so that a demo can show what the site does on a recording. */
function simulate(wire: Wire, event: string, on: boolean): void {
  if (event === 'transcription') wire.send('transcribing-status-changed', { on });
  else wire.send('recording-status-changed', { on, mode: event, transcription: false });
}

function boot(): void {
  const params = readHashParams(location.hash);
  const room = readRoomName(location.pathname);
  const apiId = params['jitsi_meet_external_api_id'];
  const apiEnabled = typeof apiId === 'number' && !isSwitchedOn(room, 'stall-silent');
  const view = createView(document);
  const subject = params['config.subject'];
  view.setTitle(typeof subject === 'string' ? subject : room.replace(/[-_]+/g, ' '));
  view.listSent(params);

  const current: { meeting?: Meeting } = {};
  const wire: Wire = apiEnabled
    ? openWire(
        apiId,
        (name, args) => current.meeting?.command(name, args),
        (name) => current.meeting?.answer(name),
      )
    : { received: [], sent: [], send: () => undefined };
  const meeting = createMeeting({ room, params, view, send: wire.send });
  current.meeting = meeting;
  const { join, leave } = meeting;
  const emit = wire.send;
  window.standIn = { room, apiEnabled, params, received: wire.received, sent: wire.sent, emit, join, leave };
  view.bind({
    join,
    leave,
    toggle: (kind) => meeting.command(`toggle-${kind}`, []),
    simulate: (event, on) => simulate(wire, event, on),
  });
  // A stalled room stays on "Connecting"; a page opened on its own works like any meeting, only without the API.
  if (!isSwitchedOn(room, 'stall-silent')) meeting.start();
}

boot();
