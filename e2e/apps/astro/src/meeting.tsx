import { useState } from 'react';
import { JitsiGate } from 'jitsi-gate/react';

export function Meeting() {
  const [label, setLabel] = useState('Visit');
  const [room, setRoom] = useState('room-one-x8k2pq9z');
  const [note, setNote] = useState('Call us');
  return (
    <>
      <div id="component">
        <JitsiGate room={room} label={label} jwt={async () => 'eyJhbGciOi.eyJyb29tIjo.c2lnbmF0dXJl'} userInfo={{ displayName: 'Jane Doe' }}><p>{note}</p></JitsiGate>
      </div>
      <button id="change-label" onClick={() => setLabel('Another visit')}>Label</button>
      <button id="change-room" onClick={() => setRoom('room-two-h3k9w2')}>Room</button>
      <button id="change-note" onClick={() => setNote('Write to us')}>Note</button>
    </>
  );
}
