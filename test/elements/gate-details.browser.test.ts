import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { JITSI_STORED } from '../../src/facts/software/jitsi-stored.js';
import type { OperatorInput } from '../../src/index.js';
import { addReached, inside } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

/** Opens the details as a visitor does and gives their rows by term. */
async function openDetails(operator: Partial<OperatorInput> = {}, config: Parameters<typeof openSite>[0] = {}): Promise<Record<string, string>> {
  openSite({ site: 'Practice Dr. Roe', ...config }, operator);
  const gate = await addReached();
  const [summary] = inside(gate, 'details > summary');
  if (!summary) throw new Error('the gate has no details');
  await userEvent.click(summary);
  await expect.poll(() => inside(gate, 'details dt').length).toBeGreaterThan(0);
  const terms = inside(gate, 'details dl > dt');
  expect(terms.every((term) => term.checkVisibility())).toBe(true);
  return Object.fromEntries(terms.map((term) => [term.textContent, (term.nextElementSibling as HTMLElement).innerText]));
}

/** The rows of the table of what is stored, cell by cell. */
function storedRows(): string[][] {
  const [gate] = document.querySelectorAll('jitsi-gate');
  return [...gate?.shadowRoot?.querySelectorAll('.stored tbody tr') ?? []].map((row) => [...row.children].map(({ textContent }) => textContent));
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
  await openDetails();
  const [own, copy, person, ...others] = storedRows();
  expect(own).toEqual(['jitsi-gate.clinic', 'Your choice about loading', 'localStorage: Practice Dr. Roe, 182 days']);
  expect(copy).toEqual(['jitsiLocalStorage', 'Copy of the meeting’s settings', 'localStorage: on this site, only in some browsers; removed when the meeting ends']);
  expect(person).toEqual(['features/base/settings, features/base/jwt', 'Name, e-mail, picture and devices that you choose', 'localStorage: on the server’s domain, until you delete it']);
  expect(others.at(-1)).toEqual(['jwt, guest, oauth_nonce, code_verifier', 'Signing in', 'sessionStorage: on the server’s domain, until the tab is closed']);
});

it('list what is noted of a consent platform, where one is followed', async () => {
  await openDetails({}, { cmp: 'klaro' });
  expect(storedRows()[0]?.[0]).toBe('jitsi-gate.clinic, jitsi-gate-platform.clinic');
});

it('name every entry of Jitsi once, and mark its own spelling as that', async () => {
  await openDetails();
  const names = storedRows().slice(1).flatMap(([keys = '']) => keys.split(', '));
  expect(names.map((name) => name.replace(' [sic]', '')).toSorted()).toEqual(JITSI_STORED.map(({ key }) => key).toSorted());
  expect(names.filter((name) => name.endsWith(' [sic]'))).toEqual(['features/screnshot-capture [sic]']);
});

it.each([
  [{ storage: 'cookie' }, 'Cookie: Practice Dr. Roe, 182 days'],
  [{ storage: 'session', maxAgeDays: 30 }, 'sessionStorage: Practice Dr. Roe, 30 days'],
  [{ storage: 'memory' }, undefined],
  [{ basis: 'requested-service' }, undefined],
] as const)('say where the gate keeps the choice, if it does: %o', async (config, text) => {
  await openDetails({}, config);
  expect(storedRows().find(([, purpose]) => purpose === 'Your choice about loading')?.[2]).toBe(text);
});

it.each([
  [{}, 'Your consent (Art. 5(3) ePrivacy Directive, Art. 6(1)(a) GDPR)'],
  [{ basis: 'requested-service' }, 'The service that you ask for (exempt under Art. 5(3) ePrivacy Directive; Art. 6(1)(b) GDPR)'],
  [{ legalBasis: 'Section 3 of our Act' }, 'Section 3 of our Act'],
  [{ legalBasis: { de: 'Paragraf 3', en: 'Section 3' } }, 'Section 3'],
] as const)('name the legal basis: %o', async (config, text) => {
  expect((await openDetails({}, config))['Legal basis']).toBe(text);
});

it('name whoever is abroad with what protects data there', async () => {
  const rows = await openDetails({
    hosting: { name: 'Cloud, Inc.', country: 'US', transfer: { tool: 'scc', evidenceUrl: 'https://cloud.example/scc', checkedOn: '2026-11-02' } },
    recipients: [{ name: 'Near BV', country: 'NL', purpose: 'relay' }, { name: 'Far Ltd', country: 'IN', purpose: 'logs' }],
  });
  expect(rows['Transfer']?.split('\n')).toEqual([
    'Cloud, Inc.: To United States, under standard contractual clauses https://cloud.example/scc (checked on November 2, 2026)',
    'Far Ltd: To India, outside the EEA. No safeguard for your data there has been stated.',
  ]);
});

it.each([
  [{ p2p: { enabled: true } }, ['meet-jit-si-turnrelay.jitsi.net']],
  [{ 'p2p.enabled': true, 'p2p': { stunServers: [{ urls: 'stun:stun.example.eu:3478' }] } }, ['stun.example.eu:3478']],
])('name the server that direct connections ask, and tell what the other side learns: %o', async (configOverwrite, hosts) => {
  const rows = await openDetails({}, { jitsi: { configOverwrite } });
  expect(rows['Servers contacted']?.split('\n')).toEqual([location.host, ...hosts]);
  expect(rows['Direct connections']).toContain('learns the IP address of the other');
});

it('say nothing of direct connections where there are none', async () => {
  expect((await openDetails({}, { jitsi: { configOverwrite: { p2p: { enabled: false } } } }))['Direct connections']).toBeUndefined();
});

it('tell that the server asks before a recording, where the owner states it', async () => {
  const rows = await openDetails({ recording: 'possible', recordingConsentEnforced: true });
  expect(rows['Recording']?.split('\n')).toEqual([
    'possible; loading is no consent to it',
    'According to Practice Dr. Roe, when others record the meeting, this server keeps your microphone and camera off until you agree.',
  ]);
});

it('take texts by language', async () => {
  const rows = await openDetails({ retention: { de: 'eine Woche', en: 'a week' }, recipients: [{ name: 'A', country: 'DE', purpose: { 'en-GB': 'colour', 'fr': 'x' } }] });
  expect(rows).toMatchObject({ 'Kept by the server': 'a week', 'Further recipients': 'A, Germany: colour' });
});

it('tell how long the server keeps data', async () => {
  expect((await openDetails({ retention: 'logs for 7 days' }))['Kept by the server']).toBe('logs for 7 days');
});

it('say so where nothing is stated of that', async () => {
  expect((await openDetails())['Kept by the server']).toBe('not stated');
});

it('tell of the record of the choice, and of the visitor’s rights', async () => {
  const rows = await openDetails();
  expect(rows['Record of your choice']).toBe('Your choice, its time and the terms, in this browser for up to 182 days (jitsi-gate.clinic). No IP address, no meeting name.');
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
  expect((await openDetails({ country: 'US', transfer }))['Transfer']).toBe('To United States. Clinic GmbH is in the EU-U.S. Data Privacy Framework, Practice Dr. Roe states. https://example.eu/list (checked on November 1, 2026)');
});

it('say for each way of recording whether it happens', async () => {
  const rows = await openDetails({ recording: 'never', transcription: 'possible' });
  expect(rows).toMatchObject({ 'Recording': 'no', 'Transcript': 'possible; loading is no consent to it', 'Live stream': 'not known' });
});
