import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { RunningServer } from '../support/listen.js';
import { startSite } from '../support/site-server.js';
import { ENGINE_CASES, pageOf } from './cases.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What looks at a gate, as a script of its page. */
export async function lookScript(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [here('./look.ts')], bundle: true, write: false, target: 'es2022', format: 'iife', logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
}

/** A page that shows a case in a frame of its window's size: no browser makes its own window as small as that. */
function inFrame(index: number): string | undefined {
  const found = ENGINE_CASES[index];
  return found && `<!doctype html><meta charset="utf-8"><title>In a frame</title><style>body{margin:0}</style>
<iframe title="A case" src="/${index}" style="border:0;width:${found.width}px;height:${found.height}px"></iframe>`;
}

/** Serves every case under its number, as in `/3`, and in a frame, as in `/in-frame/3`. */
export async function serveCases(): Promise<RunningServer> {
  const script = await lookScript();
  const pages: Readonly<Record<string, string | undefined>> = Object.fromEntries([
    ...ENGINE_CASES.flatMap((one, index) => [[`/${index}`, pageOf(one)], [`/in-frame/${index}`, inFrame(index)]]),
  ]);
  return startSite({
    root: here('../pages/'),
    mounts: { '/assets/': here('../../dist/') },
    intercept({ url = '' }, response) {
      const page = pages[url];
      if (url !== '/look.js' && page === undefined) return false;
      response.writeHead(200, { 'content-type': `text/${page === undefined ? 'javascript' : 'html'}; charset=utf-8` }).end(page ?? script);
      return true;
    },
  });
}
