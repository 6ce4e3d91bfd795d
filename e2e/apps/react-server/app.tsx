import { useEffect, useState } from 'react';
import { JitsiGate } from 'jitsi-gate/react';
import { getJwt, userInfo } from '../shared.js';

/** What a server renders and the browser takes over: the component and a placeholder. */
export function App() {
  const [note, setNote] = useState('Call us');
  const [isShown, setShown] = useState(true);
  const [states, setStates] = useState<readonly string[]>([]);
  useEffect(() => void Object.assign(window, { setNote, setShown }), []);
  return (
    <main>
      {isShown && (
        <div id="component">
          <JitsiGate room="room-one-x8k2pq9z" label="Visit" headingLevel={3} className="card" jwt={getJwt} userInfo={userInfo} onState={({ detail }) => setStates((before) => [...before, detail.to])}>
            <p>{note}</p>
          </JitsiGate>
        </div>
      )}
      <p id="states">{states.join(' ')}</p>
      <div id="placeholder" data-jitsi-room="room-two-h3k9w2"><p>{note}</p><a href="/contact">Write</a></div>
      <p>After it</p>
    </main>
  );
}
