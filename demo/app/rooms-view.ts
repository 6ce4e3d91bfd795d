import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { rooms, routes, type Room } from './routes.js';
import { viewNav } from './view-nav.js';

function roomCard(room: Room, opened: Room | undefined): TemplateResult {
  const { title, when } = rooms[room];
  return html`
    <li class="card">
      <h2>${title}</h2>
      <p>${when}</p>
      ${
        opened === room
          ? html`<p class="soft">The room is open below.</p>`
          : html`<a class="button" href=${`${routes.rooms.href}/${room}`}>Open the ${title.toLowerCase()} room</a>`
      }
    </li>
  `;
}

// Keyed: another room is another element, never the old one with a new attribute while its meeting runs.
function openedRoom(room: Room): TemplateResult {
  const { title } = rooms[room];
  return html`
    <section aria-labelledby="opened">
      <h2 id="opened" tabindex="-1">${title}</h2>
      ${keyed(
        room,
        html`
          <jitsi-gate room=${room} operator="practice" label=${title}>
            <div class="fallback">
              <p>
                The room cannot open here. <a href="tel:+4917604069042">Call 0176 040690 42</a> and your therapist rings you
                back.
              </p>
            </div>
          </jitsi-gate>
        `,
      )}
      <p class="actions"><a class="button" href=${routes.rooms.href}>Close this room</a></p>
    </section>
  `;
}

/** The visitor's next sessions and, below them, the gate of the opened room. */
export function roomsView(opened: Room | undefined): TemplateResult {
  return html`
    ${viewNav('rooms')}
    <h1 tabindex="-1">${routes.rooms.title}</h1>
    <p class="lead">Your next sessions by video. Open a room a few minutes early; your therapist lets you in.</p>
    <ul class="tiles">
      ${roomCard('physiotherapy', opened)} ${roomCard('speech-therapy', opened)}
    </ul>
    ${opened ? openedRoom(opened) : nothing}
  `;
}
