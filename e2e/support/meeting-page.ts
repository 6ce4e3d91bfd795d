import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PLACE = '/* meeting-app */';

async function bundleApp(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./meeting-app/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    mainFields: ['browser', 'module', 'main'],
    logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text;
  if (text === undefined) throw new Error('the meeting page did not bundle');
  // Inside an inline script only a closing tag could end it early.
  return text.replaceAll('</script', '<\\/script');
}

async function buildPage(): Promise<string> {
  const template = await readFile(new URL('./meeting-app/page.html', import.meta.url), 'utf8');
  if (!template.includes(PLACE)) throw new Error(`page.html lacks ${PLACE}`);
  const script = await bundleApp();
  return template.replace(PLACE, () => script);
}

let pending: Promise<string> | undefined;

/**
 * The HTML of the page that stands behind the genuine external_api.js: one file, no external resource, speaking the
 * real wire protocol through Jitsi's own transport. Built once per process.
 */
export function meetingPage(): Promise<string> {
  pending ??= buildPage().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}
