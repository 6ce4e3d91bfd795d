/// <reference types="jitsi-gate/types/solid" />
/** @jsxImportSource solid-js */
import { For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { render } from 'solid-js/web';
import { type AppState, getJwt, initial, start, userInfo } from '../shared.js';

function App() {
  const [state, setState] = createStore<AppState>({ ...initial });
  start((changed) => setState(changed));
  return (
    <main>
      <Show when={state.isShown}>
        <ul><For each={state.order}>{(key) => (
          <li id={key}>
            <jitsi-gate room={state.room} operator={state.operator} label={state.label} lang={state.lang} prop:jwt={getJwt} prop:userInfo={userInfo}>
              <p>{state.note}</p>
            </jitsi-gate>
          </li>
        )}</For></ul>
      </Show>
      <Show when={state.hasPlaceholder}>
        <div id="placeholder" data-jitsi-room={state.room} data-jitsi-label={state.label}><p>{state.note}</p><a href="/contact">Write</a></div>
      </Show>
    </main>
  );
}

render(() => <App />, document.querySelector('#app') as Element);
