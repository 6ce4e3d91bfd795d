import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore as openWith } from '../../src/storage/open-store.js';
import type { StorageKind, Store } from '../../src/storage/store.js';
import { createWebStore } from '../../src/storage/web-store.js';
import { describeStore } from '../contracts/store-contract.js';
import { storageOfOtherTab } from '../support/other-tab.js';

const openStore = (storage: StorageKind, prefix: string): Store => openWith({ storage, prefix, maxAgeDays: 1 });

const clear = (): void => {
  localStorage.clear();
  sessionStorage.clear();
};
beforeEach(clear);
afterEach(clear);

describeStore('local', () => createWebStore('local', 'test.'));
describeStore('session', () => createWebStore('session', 'test.'));
for (const kind of ['local', 'session', 'memory'] as const) describeStore(`opened ${kind}`, () => openStore(kind, 'test.'));

describe('a web store', () => {
  it.each([['local', localStorage], ['session', sessionStorage]] as const)('keeps its text in the browser’s own storage, under its key: %s', (kind, storage) => {
    openStore(kind, 'the-key.').write('clinic', 'text');
    expect({ ...storage }).toEqual({ 'the-key.clinic': 'text' });
  });

  it('leaves what other tools keep alone', () => {
    const theirs = { theirs: '1', ours: '2', 'ours-receipt.clinic': '3', 'Ours.clinic': '4' };
    for (const [key, text] of Object.entries(theirs)) localStorage.setItem(key, text);
    const store = openStore('local', 'ours.');
    store.write('clinic', 'text');
    store.remove('theirs');
    expect([store.names(), { ...localStorage }]).toEqual([['clinic'], { ...theirs, 'ours.clinic': 'text' }]);
  });

  it('is read again by another store of the same key', () => {
    openStore('local', 'ours.').write('clinic', 'text');
    expect(openStore('local', 'ours.').read('clinic')).toBe('text');
  });
});

describe('a memory store', () => {
  it('keeps nothing in the browser, and another one knows nothing of it', () => {
    openStore('memory', 'ours.').write('clinic', 'text');
    expect([localStorage.length, sessionStorage.length, openStore('memory', 'ours.').read('clinic')]).toEqual([0, 0, null]);
  });
});

describe('a watcher', () => {
  const watch = (prefix: string): { readonly heard: string[]; readonly store: Store; stop(): void } => {
    const heard: string[] = [];
    const store = openStore('local', prefix);
    const stop = store.watch((name, text) => heard.push(`${name}: ${text ?? 'removed'}`));
    return { heard, store, stop };
  };

  it('is told of another tab’s changes to its own entries only, each by its name', async () => {
    const { storage, close } = storageOfOtherTab();
    const [ours, other] = [watch('ours.'), watch('other.')];
    storage.setItem('theirs', '1');
    storage.setItem('ours', '1');
    storage.setItem('ours.clinic', '1');
    storage.setItem('ours.school', '2');
    storage.removeItem('ours.clinic');
    await expect.poll(() => ours.heard).toEqual(['clinic: 1', 'school: 2', 'clinic: removed']);
    expect(other.heard).toEqual([]);
    ours.stop();
    other.stop();
    close();
  });

  it('is told of every entry that there was when all is cleared: found, written here, written there', async () => {
    localStorage.setItem('ours.found', '1');
    const { storage, close } = storageOfOtherTab();
    const [ours, other] = [watch('ours.'), watch('other.')];
    ours.store.write('here', '1');
    storage.setItem('ours.there', '1');
    storage.clear();
    await expect.poll(() => ours.heard).toEqual(['there: 1', 'found: removed', 'here: removed', 'there: removed']);
    expect(other.heard).toEqual([]);
    ours.stop();
    other.stop();
    close();
  });

  it('is told nothing after it stopped', async () => {
    const { storage, close } = storageOfOtherTab();
    const [stopped, still] = [watch('ours.'), watch('ours.')];
    stopped.stop();
    storage.setItem('ours.clinic', '1');
    await expect.poll(() => still.heard).toEqual(['clinic: 1']);
    expect(stopped.heard).toEqual([]);
    still.stop();
    close();
  });
});
