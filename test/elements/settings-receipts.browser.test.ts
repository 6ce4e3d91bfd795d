import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { addReached, inside, part, pressTo, textOf } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite, receiptsLoaded } from '../support/open-site.js';
import { addSettings, decisionOf, pressIn } from '../support/settings-on-page.js';

closeSiteAfterEach();

const source = { source: 'api', name: 'test' } as const;
const files: { name: string; href: string; blob: Blob | undefined }[] = [];
let blob: Blob | undefined;

beforeEach(() => {
  files.length = 0;
  const { createObjectURL } = URL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((object) => {
    blob = object as Blob;
    return createObjectURL(object);
  });
  // The browser would save a file here.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, href: this.href, blob });
  });
});
afterEach(() => vi.restoreAllMocks());

describe('the receipts in the settings', () => {
  it('are none before a decision, and there is nothing to download', async () => {
    openSite();
    await receiptsLoaded();
    const settings = await addSettings();
    expect([textOf(settings).includes('No receipts yet.'), inside(settings, '[part="download"]')]).toEqual([true, []]);
  });

  it('are counted, also those of earlier visits and of other gates', async () => {
    openSite().grant('clinic', source);
    await receiptsLoaded();
    openSite();
    await receiptsLoaded();
    const [settings, gate] = [await addSettings(), await addReached('ready')];
    await expect.poll(() => part(settings, 'download').textContent).toBe('Download receipts (1)');
    await pressTo(gate, 'withdraw', 'asking');
    await expect.poll(() => part(settings, 'download').textContent).toBe('Download receipts (2)');
  });

  it('count the settings’ own decisions', async () => {
    openSite();
    await receiptsLoaded();
    const settings = await addSettings();
    await pressIn(settings, 'allow');
    await expect.poll(() => decisionOf(settings)).toContain('Allowed on');
    await pressIn(settings, 'withdraw');
    await expect.poll(() => part(settings, 'download').textContent).toBe('Download receipts (2)');
  });

  it('count a decision that came before they were loaded', async () => {
    openSite().grant('clinic', source);
    const settings = await addSettings();
    await expect.poll(() => inside(settings, '[part="download"]').map(({ textContent }) => textContent)).toEqual(['Download receipts (1)']);
  });

  it('are downloaded as one file of JSON that holds just them', async () => {
    const site = openSite();
    await receiptsLoaded();
    site.grant('clinic', source);
    site.decline('clinic', source);
    const settings = await addSettings();
    await userEvent.click(part(settings, 'download'));
    const [file, ...others] = files;
    expect([file?.name, file?.href.startsWith('blob:'), file?.blob?.type, others]).toEqual(['jitsi-gate-receipts.json', true, 'application/json', []]);
    const saved = JSON.parse((await file?.blob?.text()) ?? '') as unknown[];
    expect(saved).toEqual(site.receipts());
    expect(saved).toHaveLength(2);
  });

  it('are none, and stay none, where no consent is claimed', async () => {
    openSite({ basis: 'requested-service' });
    const [settings, gate] = [await addSettings(), await addReached()];
    await pressTo(gate, 'accept', 'live');
    await pressTo(gate, 'withdraw', 'asking');
    expect([textOf(settings).includes('No record of that is kept.'), inside(settings, 'button')]).toEqual([true, []]);
  });
});
