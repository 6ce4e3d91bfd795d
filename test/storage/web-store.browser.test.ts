import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StorageKind, openStore as openWith } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';
import { createWebStore } from '../../src/storage/web-store.js';
import { describeStore } from '../contracts/store-contract.js';
import { storageOfOtherTab } from '../support/other-tab.js';

const openStore = (storage: StorageKind, storageKey: string): Store => openWith({ storage, storageKey, maxAgeDays: 1 });

const clear = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};
beforeEach(clear);
afterEach(clear);

describeStore('local', () => createWebStore('localStorage', 'test'));
describeStore('session', () => createWebStore('sessionStorage', 'test'));
for (const kind of ['local', 'session', 'memory'] as const) describeStore(`opened ${kind}`, () => openStore(kind, 'test'));

describe('a web store', () => {
  it.each([['local', localStorage], ['session', sessionStorage]] as const)('keeps its text in the browser’s own storage, under its key: %s', (kind, storage) => {
    openStore(kind, 'the-key').write('text');
    expect({ ...storage }).toEqual({ 'the-key': 'text' });
  });

  it('leaves what other tools keep alone', () => {
    localStorage.setItem('theirs', '1');
    const store = openStore('local', 'ours');
    store.write('text');
    expect([store.read(), localStorage.getItem('theirs')]).toEqual(['text', '1']);
  });

  it('is read again by another store of the same key', () => {
    openStore('local', 'ours').write('text');
    expect(openStore('local', 'ours').read()).toBe('text');
  });
});

describe('a memory store', () => {
  it('keeps nothing in the browser, and another one knows nothing of it', () => {
    openStore('memory', 'ours').write('text');
    expect([localStorage.length, sessionStorage.length, openStore('memory', 'ours').read()]).toEqual([0, 0, null]);
  });
});

describe('a watcher', () => {
  const watch = (key: string): { count(): number; stop(): void } => {
    let count = 0;
    const stop = openStore('local', key).watch(() => {
      count += 1;
    });
    return { count: () => count, stop };
  };

  it('is told of another tab’s changes to its own key only, also when all is cleared', async () => {
    const { storage, close } = storageOfOtherTab();
    const [ours, other] = [watch('ours'), watch('other')];
    storage.setItem('ours', '1');
    await expect.poll(ours.count).toBe(1);
    storage.removeItem('ours');
    await expect.poll(ours.count).toBe(2);
    expect(other.count()).toBe(0);
    storage.setItem('theirs', '1');
    storage.clear();
    await expect.poll(ours.count).toBe(3);
    await expect.poll(other.count).toBe(1);
    ours.stop();
    other.stop();
    close();
  });

  it('is told nothing after it stopped', async () => {
    const { storage, close } = storageOfOtherTab();
    const [stopped, still] = [watch('ours'), watch('ours')];
    stopped.stop();
    storage.setItem('ours', '1');
    await expect.poll(still.count).toBe(1);
    expect(stopped.count()).toBe(0);
    still.stop();
    close();
  });
});
