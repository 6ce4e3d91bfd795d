import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZoneChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { getJwt, initial, start, userInfo } from '../../shared';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @let now = state();
    <main>
      @if (now.isShown) {
        <ul>
          @for (key of now.order; track key) {
            <li [id]="key">
              <jitsi-gate [room]="now.room" [operator]="now.operator" [label]="now.label" [lang]="now.lang" [jwt]="getJwt" [userInfo]="userInfo">
                <p>{{ now.note }}</p>
              </jitsi-gate>
            </li>
          }
        </ul>
      }
      @if (now.hasPlaceholder) {
        <div id="placeholder" [attr.data-jitsi-room]="now.room" [attr.data-jitsi-label]="now.label"><p>{{ now.note }}</p><a href="/contact">Write</a></div>
      }
    </main>
  `,
})
class App {
  readonly state = signal(initial);
  readonly getJwt = getJwt;
  readonly userInfo = userInfo;

  constructor() {
    start((changed) => this.state.update((before) => ({ ...before, ...changed })));
  }
}

// With zone.js, which counts every timer and listener: it says when an application has become stable.
void bootstrapApplication(App, { providers: [provideZoneChangeDetection()] }).then((app) => Object.assign(window, { whenStable: () => app.whenStable() }));
