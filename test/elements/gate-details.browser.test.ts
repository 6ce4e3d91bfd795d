import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OperatorInput } from '../../src/index.js';
import { addReached, inside } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

/** Opens the details as a visitor does and gives their rows by term. */
async function openDetails(operator: Partial<OperatorInput> = {}): Promise<Record<string, string>> {
  openSite({ site: 'Practice Dr. Roe' }, operator);
  const gate = await addReached();
  const [summary] = inside(gate, 'details > summary');
  if (!summary) throw new Error('the gate has no details');
  await userEvent.click(summary);
  await expect.poll(() => inside(gate, 'details dt').length).toBeGreaterThan(0);
  const terms = inside(gate, 'details dl > dt');
  expect(terms.every((term) => term.checkVisibility())).toBe(true);
  return Object.fromEntries(terms.map((term) => [term.textContent, (term.nextElementSibling as HTMLElement).innerText]));
}

it('are closed and empty until the visitor opens them', async () => {
  openSite();
  const gate = await addReached();
  expect(inside(gate, 'details').map((details) => details.hasAttribute('open'))).toEqual([false]);
  expect(inside(gate, 'details dt')).toEqual([]);
});

it('name every host that is contacted', async () => {
  const rows = await openDetails({ hosts: ['turn.example.eu', 'cdn.example.eu:8443'] });
  expect(rows['Servers contacted']?.split('\n')).toEqual([location.host, 'turn.example.eu', 'cdn.example.eu:8443']);
});

it('name further recipients with country and purpose', async () => {
  const rows = await openDetails({ recipients: [{ name: 'Host AG', country: 'CH', purpose: 'hosting' }] });
  expect(rows['Further recipients']).toBe('Host AG, Switzerland: hosting');
});

it('list what is stored, where, and for how long', async () => {
  const stored = (await openDetails())['Stored entries']?.split('\n') ?? [];
  expect(stored).toHaveLength(3);
  expect(stored[0]).toBe('jitsiLocalStorage: on this site, only in some browsers; removed when the meeting ends');
  expect(stored[1]).toMatch(/features\/base\/settings.*: on the server’s domain, until you delete it$/);
  expect(stored[2]).toMatch(/jwt.*: on the server’s domain, until the tab is closed$/);
});

it('tell that the server asks before a recording, where the owner states it', async () => {
  const rows = await openDetails({ recording: 'possible', recordingConsentEnforced: true });
  expect(rows['Recording']?.split('\n')).toEqual([
    'possible; loading is no consent to it',
    'According to Practice Dr. Roe, when others record the meeting, this server keeps your microphone and camera off until you agree.',
  ]);
});

it('tell how long the server keeps data', async () => {
  expect((await openDetails({ retention: 'logs for 7 days' }))['Kept by the server']).toBe('logs for 7 days');
});

it('say so where nothing is stated of that', async () => {
  expect((await openDetails())['Kept by the server']).toBe('not stated');
});

it('tell of the record of the choice, and of the visitor’s rights', async () => {
  const rows = await openDetails();
  expect(rows['Record of your choice']).toBe('Your choice, its time and the terms, in this browser for 182 days (jitsi-gate.clinic). No IP address, no meeting name.');
  expect(rows['Your rights']).toMatch(/Access, correction, deletion, restriction and portability.*complaint/);
});

it('name who is responsible for loading', async () => {
  expect((await openDetails())['Responsible for loading']).toBe('Practice Dr. Roe');
});

it.each([
  ['processor', 'Processor on behalf of Practice Dr. Roe'],
  ['joint-controller', 'Controller, jointly with Practice Dr. Roe'],
  ['controller', 'Controller of its own'],
] as const)('tell the role of an operator that is %s', async (role, text) => {
  expect((await openDetails({ role }))['Role of the server’s operator']).toBe(text);
});

it('tell where the server is hosted and what its own notice says', async () => {
  const rows = await openDetails({ hosting: { name: 'Rack Oy', country: 'FI' }, privacyUrl: 'https://clinic.example.eu/privacy' });
  expect(rows).toMatchObject({ 'Hosting': 'Rack Oy, Finland', 'Privacy notice of Clinic GmbH': 'https://clinic.example.eu/privacy' });
});

it('show the evidence of a safeguard with the day it was checked', async () => {
  const transfer = { tool: 'dpf', evidenceUrl: 'https://example.eu/list', checkedOn: '2026-11-01' } as const;
  expect((await openDetails({ country: 'US', transfer }))['Transfer']).toBe('https://example.eu/list (checked on November 1, 2026)');
});

it('say for each way of recording whether it happens', async () => {
  const rows = await openDetails({ recording: 'never', transcription: 'possible' });
  expect(rows).toMatchObject({ 'Recording': 'no', 'Transcript': 'possible; loading is no consent to it', 'Live stream': 'not known' });
});
