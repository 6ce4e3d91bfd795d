import { configure } from 'jitsi-gate';
import 'jitsi-gate/define';

const gate = configure({
  privacyUrl: '/privacy#meetings',
  operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } },
});

/** Draws the view of a route the way a small router does: away with the old one, in with the new. */
function draw(): void {
  const [, room] = /^#\/room\/(.+)$/.exec(location.hash) ?? [];
  const view = document.createElement('section');
  const heading = document.createElement('h1');
  heading.textContent = room === undefined ? 'Home' : 'A room';
  view.append(heading);
  if (room !== undefined) {
    const element = document.createElement('jitsi-gate');
    element.setAttribute('room', room);
    view.append(element);
  }
  document.querySelector('main')?.replaceChildren(view);
}

window.addEventListener('hashchange', draw);
draw();
Object.assign(window, { gate });
