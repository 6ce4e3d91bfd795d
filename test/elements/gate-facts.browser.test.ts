import { describe, expect, it } from 'vitest';
import type { OperatorInput } from '../../src/index.js';
import { addReached, inside, part, press, textOf } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';

closeSiteAfterEach();

async function ask(operator: Partial<OperatorInput> = {}, config: Parameters<typeof openSite>[0] = {}): Promise<Element> {
  openSite({ site: 'Practice Dr. Roe', ...config }, operator);
  const gate = await addReached();
  return gate;
}

/** The rows of the facts that need no opening, by their term. */
function facts(gate: Element): Record<string, string> {
  const terms = inside(gate, 'dl.facts > dt').filter((term) => !term.closest('details'));
  return Object.fromEntries(terms.map((term) => [term.textContent, term.nextElementSibling?.textContent ?? '']));
}

describe('a gate that asks tells without any act of the visitor', () => {
  it('what it is, and that nothing was loaded yet', async () => {
    const text = textOf(await ask());
    expect(text).toContain(`This meeting runs with Jitsi on ${location.host}.`);
    expect(text).toContain('Practice Dr. Roe loads it only if you agree.');
  });

  it('operator, purpose, what is sent, what is stored, and recording', async () => {
    expect(facts(await ask())).toEqual({
      'Run by': 'Clinic GmbH, Germany',
      'Purpose': 'Taking part in this meeting',
      'Sent on loading': expect.stringContaining('IP address') as string,
      'In the call': 'Picture, sound, entered name, chat, shared screens and an identifier, to server and participants',
      'Stored on your device': 'Settings and an identifier, until you delete them',
      'Recording': 'not known',
    });
  });

  it('how to withdraw, next to the link to the privacy notice', async () => {
    const gate = await ask();
    const link = inside(gate, 'a').find(({ textContent }) => textContent === 'Privacy notice');
    expect(link?.getAttribute('href')).toBe('/privacy#meetings');
    expect(link?.parentElement?.textContent).toContain('Withdraw at any time with one click above the meeting.');
  });

  it('the alternatives, each with its own link', async () => {
    const gate = await ask({ alternatives: [{ label: 'Telephone', url: 'tel:+4930123' }, { label: 'Visit us', url: '/visit' }] });
    const links = inside(gate, '.links a').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([['Telephone (+4930123)', 'tel:+4930123'], ['Visit us', '/visit']]);
  });

  it('no alternatives where the owner states none', async () => {
    expect(textOf(await ask())).not.toContain('Other ways to take part');
  });

  it('the name of the country in words', async () => {
    expect(facts(await ask({ country: 'US' }))['Run by']).toBe('Clinic GmbH, United States');
  });
});

describe('the sentence on the transfer', () => {
  it.each([
    ['unknown', 'To United States, outside the EEA. No safeguard for your data there has been stated.'],
    ['adequacy', 'To United States, for which the European Commission has found adequate protection'],
    ['dpf', 'To United States. Clinic GmbH is in the EU-U.S. Data Privacy Framework, Practice Dr. Roe states.'],
    ['scc', 'To United States, under standard contractual clauses'],
    ['art49', 'To United States, without adequate protection there: authorities may read your data and you may lack legal remedies'],
  ] as const)('says what holds for %s', async (tool, sentence) => {
    expect(facts(await ask({ country: 'US', transfer: { tool } }))['Transfer']).toBe(sentence);
  });

  it('claims nothing for an operator outside the EEA of which nothing is stated', async () => {
    expect(facts(await ask({ country: 'BR' }))['Transfer']).toBe('To Brazil, outside the EEA. No safeguard for your data there has been stated.');
  });

  it.each([{}, { transfer: { tool: 'none-needed' } }] as const)('is absent inside the EEA: %o', async (operator) => {
    expect(facts(await ask(operator))['Transfer']).toBeUndefined();
  });
});

describe('recording', () => {
  it.each([
    ['never', 'no'],
    ['possible', 'possible; loading is no consent to it'],
    ['always', 'yes, always'],
    ['unknown', 'not known'],
  ] as const)('that is %s is said so', async (recording, text) => {
    expect(facts(await ask({ recording }))['Recording']).toBe(text);
  });

  it('comes with transcript and live stream where they may happen', async () => {
    expect(facts(await ask({ transcription: 'possible', livestream: 'always' }))).toMatchObject({
      'Transcript': 'possible; loading is no consent to it',
      'Live stream': 'yes, always',
    });
  });
});

it('tells of statistics where the operator makes them', async () => {
  expect(facts(await ask({ analytics: true }))['Statistics']).toBe('The server analyses how the meeting is used');
});

it('tells of billing by identifier on a JaaS server', async () => {
  const gate = await ask({ kind: 'jaas', appId: 'room-app' });
  expect(facts(gate)['Stored on your device']).toContain('count users for billing');
});

it('says it in about ninety words, texts of the owner apart', async () => {
  const gate = await ask({ country: 'US', transfer: { tool: 'dpf' } });
  const words = textOf(gate).split(/\s+/).filter(Boolean).length;
  expect(words).toBeGreaterThan(80);
  expect(words).toBeLessThan(150);
});

describe('on the basis of a requested service', () => {
  it('nothing is asked or claimed as consent', async () => {
    const text = textOf(await ask({}, { basis: 'requested-service' }));
    expect(text).not.toMatch(/consent|agree|permission|withdraw/i);
    expect(text).toContain('Start the meeting');
  });

  it('one click starts, and the meeting is left by one click', async () => {
    const gate = await ask({}, { basis: 'requested-service' });
    await press(gate, 'accept');
    await expect.poll(() => gate.getAttribute('state')).toBe('live');
    expect(part(gate, 'withdraw').textContent).toBe('Leave the meeting');
  });
});
