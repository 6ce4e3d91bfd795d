import { expect, readLedgerTiming, test } from './support/fixtures.js';

test.describe('the recorder', () => {
  test('finds silence where there is silence', async ({ page, foreign }) => {
    await page.goto('/stand-in.html');
    await foreign.expectSilence();
  });

  test('fails on a request that was aborted', async ({ page, foreign }) => {
    await page.goto('/stand-in.html');
    await page.evaluate(() => fetch('https://tracker.example.com/x').catch(() => undefined));
    await expect(foreign.expectSilence()).rejects.toThrow('tracker.example.com');
    expect(foreign.requests[0]?.failure).toContain('ERR_');
  });

  test('knows what was in storage when the first request left', async ({ page, foreign }) => {
    await page.goto('/stand-in.html');
    const first: unknown[] = [];
    foreign.onFirst(({ atStorage }) => void first.push(atStorage));
    await page.evaluate(() => localStorage.setItem('jitsi-gate.clinic', '{"v":1}'));
    await page.addScriptTag({ url: 'https://meet.example.eu/external_api.js' });
    expect(first).toEqual([{ 'jitsi-gate.clinic': '{"v":1}' }]);
    const { writtenAt = Infinity, leftAt = 0 } = await readLedgerTiming(page);
    expect(writtenAt).toBeLessThanOrEqual(leftAt);
  });

  test('sees a request that leaves just before the record is written', async ({ page }) => {
    await page.goto('/stand-in.html');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const script = document.createElement('script');
          script.src = 'https://meet.example.eu/external_api.js';
          script.addEventListener('load', () => resolve());
          document.head.append(script);
          localStorage.setItem('jitsi-gate.clinic', '{"v":1}');
        }),
    );
    const { writtenAt = 0, leftAt = Infinity } = await readLedgerTiming(page);
    expect(writtenAt).toBeGreaterThan(leftAt);
  });

  test('answers as asked until that is undone', async ({ page, foreign }) => {
    await page.goto('/stand-in.html');
    const undo = foreign.respond('meet.example.eu/external_api.js', { abort: true });
    await expect(page.addScriptTag({ url: 'https://meet.example.eu/external_api.js' })).rejects.toThrow();
    undo();
    await page.addScriptTag({ url: 'https://meet.example.eu/external_api.js' });
    expect(await page.evaluate(() => 'JitsiMeetExternalAPI' in window)).toBe(true);
  });
});

test.describe('the recorder in a regular profile', () => {
  test.use({ profile: 'regular' });

  test('finds silence where there is silence', async ({ page, foreign }) => {
    await page.goto('/stand-in.html');
    await foreign.expectSilence();
  });

  for (const hint of ['preconnect', 'dns-prefetch']) {
    test(`sees a ${hint} although no request is made`, async ({ page, foreign }) => {
      await page.goto('/stand-in.html');
      await page.evaluate((rel) => {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: 'https://meet.example.eu' }));
      }, hint);
      await expect.poll(() => foreign.lookups()).toContain('meet.example.eu');
      await expect(foreign.expectSilence()).rejects.toThrow('meet.example.eu');
      expect(foreign.requests).toEqual([]);
    });
  }

  test('sees the lookup after the hint is gone', async ({ page, foreign }) => {
    await page.goto('/stand-in.html');
    await page.evaluate(async () => {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preconnect', href: 'https://tracker.example.com' });
      document.head.append(link);
      await new Promise((resolve) => setTimeout(resolve, 100));
      link.remove();
    });
    await expect(foreign.expectSilence()).rejects.toThrow('unknown host');
  });
});
