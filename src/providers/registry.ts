import type { Provider } from './provider.js';

/** Loads the provider for Jitsi servers from the gate's own folder; it is not needed before the visitor agrees. */
export async function loadProvider(): Promise<Provider> {
  const { jitsi } = await import('./jitsi/index.js');
  return jitsi;
}
