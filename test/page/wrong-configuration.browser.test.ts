import { afterEach, describe, expect, it } from 'vitest';
import { controls, showsFallback } from '../support/gate-on-page.js';
import { closeSite } from '../support/open-site.js';
import { openOwnPage } from '../support/page-of-its-own.js';
import { gated } from '../support/placeholder.js';

afterEach(closeSite);

type Attributes = Parameters<typeof openOwnPage>[1];

const short = { domain: location.host, operator: 'Clinic GmbH', country: 'DE', privacyUrl: '/privacy' };
const { domain, operator, country, privacyUrl } = short;
const room = '<div data-jitsi-room="room-one"><p class="fallback">Call us</p></div>';
const tag = '<jitsi-gate room="room-one"><p class="fallback">Call us</p></jitsi-gate>';
const block = (json: string): string => `<script type="application/json" id="jitsi-gate-config">${json}</script>`;

const wrong: readonly (readonly [name: string, attributes: Attributes, path: string])[] = [
  ['no domain', { operator, country, privacyUrl }, 'data-domain'],
  ['no operator', { domain, country, privacyUrl }, 'data-operator'],
  ['no country', { domain, operator, privacyUrl }, 'data-country'],
  ['no privacy notice', { domain, operator, country }, 'data-privacy-url'],
  ['a domain with a scheme', { ...short, domain: 'https://meet.example.eu' }, 'data-domain'],
  ['a domain over http', { ...short, domain: 'http://meet.example.eu' }, 'data-domain'],
  ['a domain with a path', { ...short, domain: 'meet.example.eu/x' }, 'data-domain'],
  ['a domain with a user', { ...short, domain: 'me@meet.example.eu' }, 'data-domain'],
  ['a wildcard', { ...short, domain: '*.example.eu' }, 'data-domain'],
  ['a country in words', { ...short, country: 'Germany' }, 'data-country'],
  ['a word that is no option', { ...short, storage: 'cloud' }, 'data-storage'],
  ['no number', { ...short, maxAgeDays: 'long' }, 'data-max-age-days'],
  ['nothing at all', {}, 'script'],
];

describe('a configuration that is wrong', () => {
  it.each(wrong)('leaves every gate invalid, with fallback and reason: %s', async (_name, attributes, path) => {
    const page = await openOwnPage(room + tag, attributes);
    const placeholder = page.document.querySelector('div') as Element;
    const gates = [await gated(placeholder, 'invalid'), page.document.querySelector('body > jitsi-gate') as Element];
    await expect.poll(() => gates.map((gate) => [gate.getAttribute('state'), showsFallback(gate), controls(gate)])).toEqual([
      ['invalid', true, []],
      ['invalid', true, []],
    ]);
    expect(page.failure?.issues.map((issue) => issue.path)).toContain(path);
    expect(page.errors.join('\n')).toContain(`${path}: expected `);
  });

  it('loads nothing, also in placeholders that come later', async () => {
    const page = await openOwnPage(room, { domain });
    page.document.body.insertAdjacentHTML('beforeend', room);
    await gated(page.document.body.lastElementChild as Element, 'invalid');
    expect(page.document.querySelectorAll('iframe, script[src]')).toHaveLength(0);
  });

  it('is named in full, all at once, by the block’s own paths', async () => {
    const json = '{"operators":{"a":{"domain":"x y","name":"","country":"Germany","colour":1}},"colour":2,"privacyUrl":"/p"}';
    const page = await openOwnPage(block(json), {});
    const expected = ['colour', 'operators.a.colour', 'operators.a.country', 'operators.a.domain', 'operators.a.name'];
    expect(page.failure?.issues.map(({ path }) => path).sort()).toEqual(expected);
    for (const path of expected) expect(page.errors.join('\n')).toContain(`${path}: expected `);
  });

  it.each(['{', '', '[]', 'null', '3', '"x"'])('may be a block that is no configuration: %o', async (json) => {
    const page = await openOwnPage(block(json) + room, {});
    expect(page.failure?.code).toBe('config');
    await gated(page.document.querySelector('div') as Element, 'invalid');
  });
});

it('a configuration that is right asks, by the same way', async () => {
  const page = await openOwnPage(room, short);
  expect([page.failure, page.errors]).toEqual([undefined, []]);
  await gated(page.document.querySelector('div') as Element, 'asking');
});
