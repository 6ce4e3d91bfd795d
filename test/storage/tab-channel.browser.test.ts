import { afterEach, describe, expect, it, vi } from 'vitest';
import { type TabChannel, openTabChannel } from '../../src/storage/tab-channel.js';

const opened: TabChannel[] = [];

function open(name = 'test-channel'): TabChannel {
  const channel = openTabChannel(name);
  opened.push(channel);
  return channel;
}

function heardBy(channel: TabChannel): unknown[] {
  const heard: unknown[] = [];
  channel.listen((message) => heard.push(message));
  return heard;
}

afterEach(() => {
  vi.unstubAllGlobals();
  for (const channel of opened.splice(0)) channel.close();
});

describe('a tab channel', () => {
  it('brings messages to the others of its name, in their order, and not back to itself', async () => {
    const [from, to] = [open(), open()];
    const [back, heard] = [heardBy(from), heardBy(to)];
    from.post('one');
    from.post({ two: [2] });
    await expect.poll(() => heard).toEqual(['one', { two: [2] }]);
    expect(back).toEqual([]);
  });

  it('brings nothing to a channel of another name', async () => {
    const [from, to, other] = [open(), open(), open('other-channel')];
    const [heard, elsewhere] = [heardBy(to), heardBy(other)];
    from.post('one');
    await expect.poll(() => heard).toEqual(['one']);
    expect(elsewhere).toEqual([]);
  });

  it('tells a listener nothing after it stopped, and goes on telling the others', async () => {
    const [from, to] = [open(), open()];
    const stopped: unknown[] = [];
    const stop = to.listen((message) => stopped.push(message));
    const heard = heardBy(to);
    stop();
    stop();
    from.post('one');
    await expect.poll(() => heard).toEqual(['one']);
    expect(stopped).toEqual([]);
  });

  it('hears nothing after it was closed', async () => {
    const [from, to, witness] = [open(), open(), open()];
    const [closed, heard] = [heardBy(to), heardBy(witness)];
    to.close();
    from.post('one');
    await expect.poll(() => heard).toEqual(['one']);
    expect(closed).toEqual([]);
  });
});

describe('where the browser has no channel', () => {
  it.each([
    ['there is none', undefined],
    ['making one throws', class {
      constructor() {
        throw new DOMException('not allowed here', 'SecurityError');
      }
    }],
  ])('it is silent and never throws: %s', (_, fake) => {
    vi.stubGlobal('BroadcastChannel', fake);
    const channel = open();
    const heard = heardBy(channel);
    expect(() => {
      channel.post('one');
      channel.listen(() => undefined)();
      channel.close();
    }).not.toThrow();
    expect(heard).toEqual([]);
  });
});
