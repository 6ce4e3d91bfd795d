import { build } from 'esbuild';
import { withSdkSource } from '../../e2e/support/sdk-source.js';

type Settings = Readonly<Record<string, unknown>>;

/** What the genuine Jitsi Meet lets an embedding page set, and the filter that it puts settings through. */
export interface Whitelists {
  /** Keys like `pip` or `analytics.disabled`; a listed parent stands for all that is below it. */
  readonly config: readonly string[];
  readonly interfaceConfig: readonly string[];
  /** The very call by which Jitsi drops what is not listed (react/features/base/config/functions.any.ts). */
  pick(settings: Settings, list: readonly string[]): Settings;
}

const LISTS = './react/features/base/config';
const ENTRY = `
export { default as config } from '${LISTS}/configWhitelist';
export { default as interfaceConfig } from '${LISTS}/interfaceConfigWhitelist';
export { pick } from 'lodash-es';`;

async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: source },
    bundle: true,
    write: false,
    format: 'esm',
    tsconfigRaw: '{}',
    resolveExtensions: ['.web.ts', '.ts', '.js'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * The lists as Jitsi's own code makes them, from the pinned and cached package that the e2e tests use. Without a window
 * around it this code takes itself for embedded, as it is in a gate.
 */
export async function readWhitelists(): Promise<Whitelists> {
  const text = await withSdkSource(bundle);
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as Whitelists;
}
