import { html, nothing, type TemplateResult } from 'lit';
import { routes, type Route } from './routes.js';

/** The links between the views, with the current one marked. */
export function viewNav(current: Route['name']): TemplateResult {
  const link = (name: Route['name'], label: string) => html`
    <li><a href=${routes[name].href} aria-current=${current === name ? 'page' : nothing}>${label}</a></li>
  `;
  return html`
    <nav class="site-nav" aria-label="My sessions">
      <ul>
        ${link('rooms', 'Rooms')} ${link('about', 'About')}
      </ul>
    </nav>
  `;
}
