/**
 * The npm form in a single-page app: one `configure()`, one import for the elements, and `<jitsi-gate>` wherever a
 * view wants it. Going to another view takes the element away, and with it a running meeting.
 */
import { configure } from 'jitsi-gate';
import 'jitsi-gate/define';
import { render } from 'lit';
import { aboutView } from './about-view.js';
import { roomsView } from './rooms-view.js';
import { currentRoute, routes, type Route } from './routes.js';

const alternatives = [
  { label: 'Call the practice, 0176 040690 42', url: 'tel:+4917604069042' },
  { label: 'Write to hello@praxis-am-muenster.example', url: 'mailto:hello@praxis-am-muenster.example' },
];

configure({
  site: 'Praxis am Münster',
  privacyUrl: '/privacy.html#meetings',
  // The genuine external_api.js opens https alone, and this computer's server has none.
  mode: 'frame',
  defaultOperator: 'practice',
  operators: {
    practice: {
      domain: import.meta.env.VITE_MEETING_HOST,
      name: 'Nordlicht Meet eG',
      country: 'DE',
      role: 'processor',
      hosting: { name: 'Förde Rechenzentrum GmbH', country: 'DE' },
      privacyUrl: 'https://nordlicht-meet.example/privacy',
      recording: 'never',
      transcription: 'never',
      livestream: 'never',
      analytics: false,
      retention:
        'Rooms and their chat are gone when the last person leaves. Server logs with IP addresses: 7 days.',
      alternatives,
    },
    public: { domain: 'meet.jit.si', alternatives },
  },
});

function viewOf(route: Route) {
  return route.name === 'about' ? aboutView() : roomsView(route.room);
}

function show(view: HTMLElement, moveFocus: boolean): void {
  const route = currentRoute(location.hash);
  document.title = `${routes[route.name].title} · Praxis am Münster`;
  render(viewOf(route), view);
  // Without a page load nothing tells a screen reader what is new: its heading takes the focus.
  if (moveFocus) (view.querySelector<HTMLElement>('#opened') ?? view.querySelector('h1'))?.focus();
}

const view = document.querySelector<HTMLElement>('#view');
if (view) {
  view.replaceChildren();
  show(view, false);
  addEventListener('hashchange', () => {
    // Other fragments, such as the skip link's, are not routes.
    if (location.hash.startsWith('#/')) show(view, true);
  });
}
