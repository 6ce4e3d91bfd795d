import type { BrowserContext } from 'playwright/test';

/** Holds a file of the gate's own back, as a slow connection would, until it is released. Gives how to release it. */
export async function holdFile(context: BrowserContext, moment: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await context.route((url) => url.pathname.includes(`/jitsi-gate/${moment}-`), async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
