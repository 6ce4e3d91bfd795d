/// <reference types="jitsi-gate/react" />
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type AppState, getJwt, initial, start, userInfo } from '../shared.js';

function App() {
  const [state, setState] = useState<AppState>(initial);
  useEffect(() => start((changed) => setState((before) => ({ ...before, ...changed }))), []);
  const { isShown, order, room, operator, label, lang, note, hasPlaceholder } = state;
  return (
    <main>
      {isShown && <ul>{order.map((key) => (
        <li key={key} id={key}>
          <jitsi-gate room={room} operator={operator} label={label} lang={lang} jwt={getJwt} userInfo={userInfo}>
            <p>{note}</p>
          </jitsi-gate>
        </li>
      ))}</ul>}
      {hasPlaceholder && <div id="placeholder" data-jitsi-room={room} data-jitsi-label={label}><p>{note}</p><a href="/contact">Write</a></div>}
    </main>
  );
}

createRoot(document.querySelector('#app') as Element).render(<StrictMode><App /></StrictMode>);
