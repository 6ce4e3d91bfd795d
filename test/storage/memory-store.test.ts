import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.js';
import { openStore } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';
import { describeStore } from '../contracts/store-contract.js';

const openMemory = (): Store => openStore({ storage: 'memory', prefix: 'jitsi-gate.', maxAgeDays: 182 });

describeStore('memory', createMemoryStore);
describeStore('memory (as the site chooses it)', openMemory);

describe('two memory stores', () => {
  it('know nothing of each other', () => {
    const [one, other] = [openMemory(), openMemory()];
    one.write('name', 'kept');
    expect([other.read('name'), other.names()]).toEqual([null, []]);
  });
});
