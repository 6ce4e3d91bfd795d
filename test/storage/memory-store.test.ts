import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import { openStore } from '../../src/storage/open-store.js';
import { describeStore } from '../contracts/store-contract.js';

describeStore('memory', createMemoryStore);
describeStore('memory (as the site chooses it)', () => openStore('memory', 'jitsi-gate'));

describe('two memory stores', () => {
  it('know nothing of each other', () => {
    const [one, other] = [openStore('memory', 'jitsi-gate'), openStore('memory', 'jitsi-gate')];
    one.write('kept');
    expect(other.read()).toBeNull();
  });
});
