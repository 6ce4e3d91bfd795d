import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { RunningServer } from '../support/listen.js';
import { startSite } from '../support/site-server.js';
import { ENGINE_CASES, pageOf } from './cases.js';
import { wholeWayPage } from './whole-way.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The files that one page each cannot have the first time. */
export const FAILING = ['after-first-look', 'before-choice'] as const;

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

/** A page that asks for its gate twice, while a file cannot be had the first time. Firefox keeps the failure of an address. */
const ASKS_TWICE = `<!doctype html><meta charset="utf-8"><title>Asks twice</title><link rel="icon" href="data:,">
<script src="/assets/jitsi-gate.js" data-domain="meet.example.eu" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy" data-diagnostics="never"></script>
<script>
  const ask = () => JitsiGate.ready.then(() => 'here', () => 'not here');
  const answers = [];
  ask().then((first) => (answers.push(first), ask())).then((second) => (answers.push(second), window.answers = answers));
</script>`;

/** Serves every case under its number, as in `/3`, and in a frame, as in `/in-frame/3`; and a page with a meeting server on this machine. */
export async function serveCases(meetingServer: string): Promise<RunningServer> {
  const script = await lookScript();
  const pages: Readonly<Record<string, string | undefined>> = Object.fromEntries([
    ['/whole-way', wholeWayPage(meetingServer)],
    ...FAILING.map((file) => [`/asks-twice?${file}`, ASKS_TWICE]),
    ...ENGINE_CASES.flatMap((one, index) => [[`/${index}`, pageOf(one)], [`/in-frame/${index}`, inFrame(index)]]),
  ]);
  let failing: string | undefined;
  return startSite({
    root: here('../pages/'),
    mounts: { '/assets/': here('../../dist/') },
    intercept({ url = '' }, response) {
      const page = pages[url];
      // Pages are asked for one after the other.
      if (page !== undefined) failing = FAILING.find((file) => url.endsWith(`?${file}`));
      // An address with a query is the second one.
      if (failing && url.includes(`/jitsi-gate/${failing}-`) && !url.includes('?')) return response.writeHead(503).end(), true;
      if (url !== '/look.js' && page === undefined) return false;
      response.writeHead(200, { 'content-type': `text/${page === undefined ? 'javascript' : 'html'}; charset=utf-8` }).end(page ?? script);
      return true;
    },
  });
}
