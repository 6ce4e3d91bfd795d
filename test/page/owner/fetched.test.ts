import { afterEach, expect, it, vi } from 'vitest';
import { watchFetched } from '../../../src/page/owner/fetched.js';

afterEach(() => vi.unstubAllGlobals());

interface Entry {
  readonly name: string;
  readonly initiatorType: string;
  readonly duration: number;
}
interface Listing {
  readonly entries: readonly Entry[];
  readonly refused?: readonly string[];
}

/** What is told where the browser lists these as fetched and those as refused; how it really lists them is in e2e/fetched.spec.ts. */
function tell({ entries, refused = [] }: Listing): string[] {
  const told: string[] = [];
  let deliver = (): void => undefined;
  vi.stubGlobal('ReportingObserver', class {
    observe(): void {}
    takeRecords(): unknown {
      return refused.map((blockedURL) => ({ body: { blockedURL } }));
    }
  });
  vi.stubGlobal('PerformanceObserver', class {
    constructor(callback: (list: unknown) => void) {
      deliver = () => callback({ getEntries: () => entries });
    }
    observe(): void {}
  });
  watchFetched((url, by) => told.push(`${by} ${url.href}`));
  deliver();
  return told;
}

const address = 'https://meet.example.eu/a';
const image: Entry = { name: address, initiatorType: 'img', duration: 5 };

it.each<[string, Listing, readonly string[]]>([
  ['what came over the network is told', { entries: [image] }, [`img ${address}`]],
  ['as is what failed there', { entries: [{ ...image, duration: 2 }] }, [`img ${address}`]],
  ['what took no time is not: the memory held it, or a policy refused it', { entries: [{ ...image, duration: 0.2 }] }, []],
  ['nor what took some, where a policy refused that address', { entries: [image], refused: [address] }, []],
  ['or another one of that origin', { entries: [image], refused: ['https://meet.example.eu/b'] }, []],
  ['or that origin, which is all that is said of frames', { entries: [image], refused: ['https://meet.example.eu'] }, []],
  ['what was refused of another origin changes nothing', { entries: [image], refused: ['https://other.example.org/a', 'inline', 'data'] }, [`img ${address}`]],
  ['a frame is not told', { entries: [{ ...image, initiatorType: 'iframe' }, { ...image, initiatorType: 'frame' }] }, []],
  ['nor what the browser has no name for', { entries: [{ ...image, initiatorType: 'other' }] }, []],
  ['nor what is no address', { entries: [{ ...image, name: '' }, image] }, [`img ${address}`]],
])('%s', (_, listing, expected) => {
  expect(tell(listing)).toEqual(expected);
});

it('does nothing where there are no such lists', () => {
  vi.stubGlobal('ReportingObserver', undefined);
  expect(() => watchFetched(() => undefined)()).not.toThrow();
});
