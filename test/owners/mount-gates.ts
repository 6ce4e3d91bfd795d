import { expect, vi } from 'vitest';

const pending = new Set<unknown>();

/** Keeps account of the timers that are set from now on and have not run yet. */
function countTimers(): void {
  const { setTimeout: set, clearTimeout: clear, setInterval: repeat } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void, ...rest: [number?, ...unknown[]]) => {
    const timer = set(() => {
      pending.delete(timer);
      run();
    }, ...rest);
    pending.add(timer);
    return timer;
  });
  vi.stubGlobal('clearTimeout', (timer: ReturnType<typeof set>) => {
    pending.delete(timer);
    clear(timer);
  });
  vi.stubGlobal('setInterval', (...args: Parameters<typeof repeat>) => {
    const timer = repeat(...args);
    pending.add(timer);
    return timer;
  });
}

/** Mounts a gate of the author's own and a placeholder where owners test without a browser, as an application does, and takes them away. */
export async function mountGates(): Promise<void> {
  const lines = (['error', 'warn'] as const).map((level) => vi.spyOn(console, level).mockImplementation(() => undefined));
  countTimers();
  const { configure } = await import('../../src/index.js');
  await import('../../src/define.js');
  const gate = configure({ privacyUrl: '/privacy', operators: { clinic: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
  document.body.innerHTML = '<jitsi-gate room="room-one-x8k2pq9z"><p>Call</p></jitsi-gate><div data-jitsi-room="room-two-x8k2pq9z"><p>Call</p></div>';
  gate.scan();
  const stop = gate.watch();
  const gates = (): Element[] => [...document.querySelectorAll('jitsi-gate')];
  await vi.waitFor(() => expect(gates().map((each) => each.getAttribute('state'))).toEqual(['asking', 'asking']), 4000);
  for (const each of gates()) expect(each.shadowRoot?.querySelector('[part=accept]')?.textContent).toBe('Load meeting from Example GmbH');
  Object.assign(gates()[0] ?? {}, { room: 'room-three-x8k2pq9z', jwt: 'a.b.c' });
  expect(gates()[0]?.getAttribute('room')).toBe('room-three-x8k2pq9z');
  await gate.grant('clinic', { source: 'api', name: 'a test' });
  await vi.waitFor(() => expect(gates().map((each) => each.getAttribute('state'))).toEqual(['ready', 'ready']), 4000);
  document.querySelector('div')?.remove();
  stop();
  gate.destroy();
  document.body.replaceChildren();
  await vi.waitFor(() => expect(pending.size).toBe(0), 4000);
  expect(document.querySelectorAll('script, iframe')).toHaveLength(0);
  expect(lines.flatMap((each) => each.mock.calls)).toEqual([]);
}
