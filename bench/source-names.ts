import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type SourceMapPayload, SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { CallFrame } from './cpu-profile.js';

/** Gives a call frame a name that stands in the source. */
export type Naming = (frame: CallFrame) => string;

const MODES = ['chunks', 'entry'];

/** Builds the same files once more, elsewhere and with source maps, and reads these by the file's name. */
async function buildMaps(): Promise<Map<string, SourceMap>> {
  const maps = new Map<string, SourceMap>();
  const outDir = await mkdtemp(join(tmpdir(), 'jitsi-gate-maps-'));
  try {
    for (const mode of MODES) {
      await build({ configFile: 'vite.config.ts', mode, logLevel: 'silent', build: { outDir, sourcemap: 'hidden' } });
    }
    const files = (await readdir(outDir, { recursive: true })).filter((file) => file.endsWith('.js.map'));
    for (const file of files) {
      const payload = JSON.parse(await readFile(join(outDir, file), 'utf8')) as SourceMapPayload;
      maps.set(file.split('/').at(-1)?.replace(/\.map$/, '') ?? '', new SourceMap(payload));
    }
  } catch (error) {
    // Edge: without maps a profile is harder to read, and still right.
    console.error(`bench: no source maps: ${String(error)}`);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
  return maps;
}

function minifiedName({ functionName, url, lineNumber, columnNumber }: CallFrame): string {
  const file = url.split('?')[0]?.split('/').at(-1) ?? '';
  const place = file === '' ? '' : ` ${file}:${lineNumber + 1}:${columnNumber + 1}`;
  return `${functionName || '(anonymous)'}${place}`;
}

/** The text of a source's line, cut: it says more than a minified name. */
function lineOf(map: SourceMap | undefined, source: string, line: number): string {
  const { sources = [], sourcesContent = [] } = map?.payload ?? {};
  const text = sourcesContent[sources.indexOf(source)] ?? '';
  return (text.split('\n')[line] ?? '').trim().slice(0, 70);
}

/** Names by our own source maps where a frame is in one of our built files, and as the browser says for all others. */
export async function sourceNames(isOurs: boolean): Promise<Naming> {
  const maps = isOurs ? await buildMaps() : new Map<string, SourceMap>();
  return (frame) => {
    const file = frame.url.split('?')[0]?.split('/').at(-1) ?? '';
    const entry = maps.get(file)?.findEntry(frame.lineNumber, frame.columnNumber);
    // Node gives an empty object for what is in no source.
    const original: unknown = entry && Reflect.get(entry, 'originalSource');
    if (typeof original !== 'string') return minifiedName(frame);
    const source = original.replace(/^.*?((?:src|node_modules)\/)/, '$1');
    const line = Number(entry && Reflect.get(entry, 'originalLine'));
    return `${source}:${line + 1}  ${lineOf(maps.get(file), original, line)}`;
  };
}
