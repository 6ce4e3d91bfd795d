import { describe, expect, it } from 'vitest';
import { addReached, inside, press, pressTo, textOf } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, receiptsLoaded, storedDecisions } from '../support/open-site.js';
import { hashOf, wordsOf } from '../support/shown-words.js';

closeSiteAfterEach();

type Site = Parameters<typeof openSite>[0];
type Operator = Parameters<typeof openSite>[1];

const source = { source: 'api', name: 'test' } as const;
const abroad = { country: 'US', transfer: { tool: 'scc' } } as const;

const changed = (gate: Element): string[] => inside(gate, '.changed').map(({ textContent }) => textContent);

/** Every part of the terms, by a change of the configuration that concerns it alone. */
const parts: readonly { what: string; before?: Operator; config?: Site; operator?: Operator; line: string }[] = [
  { what: 'who runs the server', operator: { name: 'Another AG', country: 'AT' }, line: 'The meeting server is now run by Another AG, Austria.' },
  { what: 'recipients', operator: { recipients: [{ name: 'Turn BV', country: 'NL', purpose: 'relaying' }] }, line: 'Who else is responsible or receives data has changed.' },
  { what: 'retention', operator: { retention: 'one year' }, line: 'What is stored, or how long, has changed.' },
  { what: 'transfer', before: abroad, operator: { ...abroad, transfer: { tool: 'unknown' } }, line: 'Where data is sent, or how it is protected there, has changed.' },
  { what: 'recording', operator: { recording: 'always' }, line: 'Whether or how meetings are recorded has changed.' },
  { what: 'notice', config: { noticeVersion: '2' }, line: 'The privacy notice has changed.' },
];

describe('when terms changed, the gate says in one line', () => {
  it.each(parts)('what: $what', async ({ before = {}, config = {}, operator = {}, line }) => {
    openSite({}, before).grant('clinic', source);
    openSite(config, operator);
    const gate = await addReached('asking');
    await expect.poll(() => changed(gate)).toEqual([`New since your last choice: ${line}`]);
  });

  it('everything, where several have changed', async () => {
    openSite().grant('clinic', source);
    openSite({ noticeVersion: '2' }, { recording: 'always', retention: 'one year' });
    const gate = await addReached('asking');
    await expect.poll(() => changed(gate)).toEqual([
      'New since your last choice: What is stored, or how long, has changed. Whether or how meetings are recorded has changed. The privacy notice has changed.',
    ]);
  });

  it('that the purposes changed', async () => {
    openSite().grant('clinic', source);
    const record = storedDecisions()?.['clinic'];
    const terms = String(record?.['terms']).split('.').map((part, index) => (index === 2 ? 'other' : part)).join('.');
    localStorage.setItem('jitsi-gate.clinic', JSON.stringify({ ...record, terms }));
    openSite();
    const gate = await addReached('asking');
    await expect.poll(() => changed(gate)).toEqual(['New since your last choice: What the data is used for has changed.']);
  });

  it('the same after a refusal, which is asked again then', async () => {
    openSite();
    await pressTo(await addReached(), 'decline', 'declined');
    document.body.replaceChildren();
    openSite({ noticeVersion: '2' });
    const gate = await addReached('asking');
    await expect.poll(() => changed(gate)).toEqual(['New since your last choice: The privacy notice has changed.']);
  });
});

describe('the gate speaks of no change', () => {
  const none: Readonly<Record<string, (site: ReturnType<typeof openSite>) => unknown>> = {
    'where nothing was decided': () => undefined,
    'after a grant for once': (site) => site.grant('clinic', { ...source, remember: false }),
    'after a withdrawal': async (site) => {
      site.grant('clinic', source);
      await site.withdraw();
    },
  };

  it.each(Object.keys(none))('%s', async (name) => {
    await none[name]?.(openSite());
    openSite({ noticeVersion: '2' });
    const gate = await addReached('asking');
    await receiptsLoaded();
    await expect.poll(() => textOf(gate)).toContain('loads it only if you agree');
    expect(changed(gate)).toEqual([]);
  });

  it.each([{ messages: { en: { accept: 'Go' } } }, { timeout: 5000 }, { lang: 'de' }, { maxAgeDays: 90 }] as const)(
    'and the grant stands, where only this changed: %o',
    async (config) => {
      openSite().grant('clinic', source);
      openSite(config);
      expect(changed(await addReached('ready'))).toEqual([]);
    },
  );
});

it('a grant on the new terms ends the news of the change', async () => {
  openSite().grant('clinic', source);
  openSite({ noticeVersion: '2' });
  const gate = await addReached('asking');
  await expect.poll(() => changed(gate).length).toBe(1);
  await press(gate, 'remember');
  await pressTo(gate, 'accept', 'live');
  document.body.replaceChildren();
  openSite({ noticeVersion: '2' });
  expect(changed(await addReached('ready'))).toEqual([]);
});

it('the words about a change are part of what the receipt proves', async () => {
  openSite().grant('clinic', source);
  const site = openSite({ noticeVersion: '2' });
  const gate = await addReached('asking');
  await expect.poll(() => changed(gate).length).toBe(1);
  await receiptsLoaded();
  const words = wordsOf(gate);
  await pressTo(gate, 'decline', 'declined');
  expect([words.includes('The privacy notice has changed'), site.receipts().at(-1)?.shown.sha256]).toEqual([true, await hashOf(words)]);
});
