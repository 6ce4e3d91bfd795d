import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright/test';

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./in-page/main.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, platform: 'browser', target: 'es2022', format: 'iife', logLevel: 'silent' });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error('the measures did not bundle');
  return text;
}

/** Brings `window.measure` into a page: what tests ask of the gates on it. */
export async function loadMeasures(page: Page): Promise<void> {
  bundled ??= bundle();
  await page.evaluate(await bundled);
}
