import { html, type TemplateResult } from 'lit';
import { routes } from './routes.js';
import { viewNav } from './view-nav.js';

/** Explains the sessions. It holds no gate, so coming here ends a running meeting. */
export function aboutView(): TemplateResult {
  return html`
    ${viewNav('about')}
    <div class="prose">
      <h1 tabindex="-1">${routes.about.title}</h1>
      <p class="lead">Coming to this view closed the room you had open, if there was one.</p>
      <p>
        Your therapist and you agree on video sessions together, and either of you can go back to visits at the practice
        at any time. Each session begins with five minutes in which you say what has changed since the last one.
      </p>
      <p>
        What the meeting server learns about you is in the
        <a href="/privacy.html#meetings">privacy notice</a>. If you said that this site may remember your choice, it waits
        for one press of the button the next time; you withdraw it in the same place.
      </p>
      <p><a class="button" href=${routes.rooms.href}>Back to the rooms</a></p>
    </div>
  `;
}
