import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addGate, addReached, reached } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation((line: unknown) => void printed.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const hints = (): string[] => printed.filter((line) => line.startsWith('[jitsi-gate] room: '));

it('a room that is fine is not spoken of, and one that names a person or can be guessed is hinted at once each, unnamed', async () => {
  openSite();
  await addReached('asking', { room: 'lusab-babad-gutih-tugad-mudof' });
  const gate = await addReached('asking', { room: 'clinic/x8k2pq9zmw4t' });
  // The hints come with what is fetched after the first look.
  await expect.poll(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('after-first-look'))).toBe(true);
  expect(hints()).toEqual([]);
  gate.setAttribute('room', 'anna.beier');
  await expect.poll(hints).toHaveLength(1);
  for (const room of ['anna.beier@example.org', 'morning-round', 'morning-round']) await addReached('asking', { room });
  await expect.poll(hints).toHaveLength(2);
  expect(hints().map((line) => line.includes('createRoomName()'))).toEqual([true, true]);
  expect(printed.join()).not.toMatch(/anna|beier|morning-round|x8k2|lusab/);
});

it('a room that cannot be used has its error and no hint', async () => {
  openSite();
  const before = hints().length;
  await reached(addGate({ room: 'anna.beier#1' }), 'invalid');
  await addReached('asking', { room: 'lusab-babad-gutih-tugad-mudof' });
  expect(hints()).toHaveLength(before);
});
