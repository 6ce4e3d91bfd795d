import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gate } from '../../src/index.js';
import { boot } from '../../src/moments/first-look.js';
import { part, pressTo } from '../support/gate-on-page.js';
import { closeSite, storedDecisions } from '../support/open-site.js';
import { addMarkup, gated } from '../support/placeholder.js';

type Attributes = Parameters<typeof boot>[0]['dataset'];

const short: Attributes = { domain: location.host, operator: 'Clinic GmbH', country: 'DE', privacyUrl: '/privacy' };
const room = '<div data-jitsi-room="room-one"><p class="fallback">Call us</p></div>';
const running: Gate[] = [];
let errors: string[] = [];

async function start(attributes: Attributes, nonce = ''): Promise<Gate> {
  const gate = await (await boot({ dataset: attributes, nonce })).openGate({}) as Gate;
  running.push(gate);
  return gate;
}

function addBlock(json: string): void {
  addMarkup('<script type="application/json" id="jitsi-gate-config"></script>').textContent = json;
}

beforeEach(() => {
  errors = [];
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void errors.push(String(text)));
});
afterEach(async () => {
  for (const gate of running.splice(0)) {
    await gate.withdraw();
    gate.destroy();
  }
  await closeSite();
  vi.restoreAllMocks();
});

describe('the script tag', () => {
  it('puts gates into the placeholders that are there and that come later', async () => {
    const now = addMarkup(room);
    await start(short);
    await gated(now);
    await gated(addMarkup(room));
  });

  it('runs a meeting of the operator that its attributes declare', async () => {
    const placeholder = addMarkup(room);
    await start(short);
    const gate = await gated(placeholder);
    await pressTo(gate, 'accept', 'live');
    expect(storedDecisions()?.[location.host]).toMatchObject({ decision: 'granted' });
  });

  it('reads the JSON block, and its own attributes win', async () => {
    const operator = { domain: location.host, name: 'From the block', country: 'DE' };
    addBlock(JSON.stringify({ operators: { clinic: operator }, privacyUrl: '/block', maxAgeDays: 30 }));
    const placeholder = addMarkup(room);
    await start({ maxAgeDays: '90' });
    const gate = await gated(placeholder);
    expect(part(gate, 'accept').textContent).toBe('Load meeting from From the block');
    expect(part(gate, 'remember').closest('label')?.textContent).toContain('for up to 90 days');
  });

  it('takes only a script element as its block: markup of an editor is none', async () => {
    addMarkup('<div type="application/json" id="jitsi-gate-config">{"nonsense":1}</div>');
    await start(short);
    expect(errors).toEqual([]);
  });

  it('hands its nonce to the meeting’s script', async () => {
    const nonces: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLScriptElement) nonces.push(node.nonce);
    });
    observer.observe(document.head, { childList: true });
    const placeholder = addMarkup('<div data-jitsi-room="room-one"></div>');
    addBlock(JSON.stringify({ operators: { clinic: { domain: location.host, name: 'C', country: 'DE', release: 'nonce-boot' } }, privacyUrl: '/p' }));
    await start({}, 'n0nce');
    await pressTo(await gated(placeholder), 'accept', 'live');
    observer.disconnect();
    expect(nonces).toEqual(['n0nce']);
  });
});
