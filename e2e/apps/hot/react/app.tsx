import { JitsiGate } from 'jitsi-gate/react';

export function App() {
  return (
    <main>
      <h1>Before</h1>
      <JitsiGate room="room-one-x8k2pq9z" label="Visit"><p>Call us</p></JitsiGate>
    </main>
  );
}
