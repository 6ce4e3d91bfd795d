import { expect } from 'vitest';
import type { StoreOptions, openSharedStore } from '../../src/storage/open-store.js';
import type { Store } from '../../src/storage/store.js';

/** A shared store as another document of this origin has it. */
export interface StoreInFrame {
  readonly store: Store;
  close(): void;
}

interface View {
  readonly openSharedStore?: typeof openSharedStore;
}

/** Opens a shared store in a frame of its own, with its own copy of our files, like another tab of the same origin. */
export async function openStoreInFrame(options: StoreOptions): Promise<StoreInFrame> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.srcdoc = `<!doctype html><title>Another page</title>
    <script type="module">
      import { openSharedStore } from '/src/storage/open-store.ts';
      window.openSharedStore = openSharedStore;
    </script>`;
  document.documentElement.append(frame);
  const open = (): View['openSharedStore'] => (frame.contentWindow as (Window & View) | null)?.openSharedStore;
  await expect.poll(() => typeof open(), { timeout: 5000 }).toBe('function');
  const store = open()?.(options);
  if (!store) throw new Error('the other document has gone');
  return { store, close: () => frame.remove() };
}
