import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, version as esbuildVersion, type BuildOptions } from 'esbuild';
import { fingerprint, readCached, writeCached } from './cache.js';
import { SDK, type SdkRelease, withSdkSource } from './sdk-source.js';

const GLOBAL = 'JitsiMeetExternalAPI';

/** As webpack's `libraryTarget: 'umd'` does upstream: with an AMD loader on the page no global is set. */
const UMD_HEAD = `(function (root, factory) {
if (typeof exports === 'object' && typeof module === 'object') module.exports = factory();
else if (typeof define === 'function' && define.amd) define([], factory);
else if (typeof exports === 'object') exports.${GLOBAL} = factory();
else root.${GLOBAL} = factory();
})(self, function () {`;
const UMD_TAIL = 'return jitsiExternalApi;\n});';

const OPTIONS = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  platform: 'browser',
  target: 'es2020',
  format: 'iife',
  globalName: 'jitsiExternalApi',
  tsconfigRaw: '{}',
  resolveExtensions: ['.web.js', '.web.ts', '.web.tsx', '.js', '.ts', '.tsx', '.json'],
  mainFields: ['browser', 'module', 'main'],
  // Upstream's webpack fills this in (`node: { __filename: true }`); old versions name their loggers by it.
  define: { __filename: '"external_api.js"' },
  banner: { js: UMD_HEAD },
  footer: { js: UMD_TAIL },
  logLevel: 'silent',
} satisfies BuildOptions;

async function bundle(source: string): Promise<string> {
  const result = await build({ ...OPTIONS, entryPoints: [join(source, 'modules/API/external/index.js')] });
  const text = result.outputFiles[0]?.text;
  if (text === undefined || result.warnings.length > 0) {
    const why = result.warnings.map((warning) => warning.text).join('; ');
    throw new Error(`external_api.js did not bundle cleanly: ${why}`);
  }
  return text;
}

async function buildOrRead(release: SdkRelease): Promise<string> {
  // The lock file stands for the versions of the bare imports (@jitsi/js-utils, events, lodash-es and so on).
  const lock = await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8');
  const name = `external_api-${fingerprint(release.integrity, esbuildVersion, JSON.stringify(OPTIONS), lock)}.js`;
  const kept = await readCached(name);
  if (kept !== undefined) return kept.toString('utf8');
  const text = await withSdkSource(bundle, release);
  await writeCached(name, text);
  return text;
}

const pending = new Map<SdkRelease, Promise<string>>();

/**
 * The text of the genuine external_api.js of Jitsi Meet, built from the source that npm carries.
 * Takes seconds (and the network, once) when nothing is cached yet; concurrent callers and processes are safe.
 * Rejects when the download fails or does not match the pinned integrity; a later call tries again.
 */
export function buildExternalApi(release = SDK): Promise<string> {
  const known = pending.get(release);
  if (known) return known;
  const building = buildOrRead(release).catch((error: unknown) => {
    pending.delete(release);
    throw error;
  });
  pending.set(release, building);
  return building;
}

/** The one place where the script decides the scheme: `https://${domain}/#jitsi_meet_external_api_id=`. */
const SCHEME = /`https:\/\/\$\{([\w$]+)\}\/#jitsi_meet_external_api_id=/g;

/**
 * The same text with a single change: a loopback domain (`localhost`, `127.0.0.1`, `[::1]`, any port) is addressed
 * over http, so that a demo works without a certificate. Throws if the text has no such place, or more than one.
 */
export function withLoopbackHttp(source: string): string {
  const places = [...source.matchAll(SCHEME)].length;
  if (places !== 1) throw new Error(`expected one place that builds the meeting's URL, found ${places}`);
  return source.replace(SCHEME, (_match, domain: string) => {
    const scheme = `/^(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?(\\/|$)/i.test(${domain})?"http":"https"`;
    return `\`\${${scheme}}://\${${domain}}/#jitsi_meet_external_api_id=`;
  });
}
