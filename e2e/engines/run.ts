/**
 * `npm test -- engines`: every case, and the whole way of a visitor, in Firefox and in WebKit, as they are installed or can be installed
 * from Debian's packages. Writes `{ engines, passed, failed }` to the file that is named. A browser that is nowhere leaves its cases open, and says so.
 */
import { writeFileSync } from 'node:fs';
import { aptInstall } from '../../test/support/apt-install.js';
import { ENGINE_CASES } from './cases.js';
import type { Engine } from './engine.js';
import { openFirefox } from './firefox.js';
import { FAILING, serveCases } from './serve.js';
import { startStandIn } from '../support/stand-in-server.js';
import { WHOLE_WAY } from './whole-way.js';
import { openWebKit } from './webkit.js';

const ways: readonly { readonly name: string; readonly packages: readonly string[]; open(): Promise<Engine | undefined> }[] = [
  { name: 'Firefox', packages: ['firefox-esr'], open: openFirefox },
  { name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb', 'xauth'], open: openWebKit },
];

/** What is wrong with the gate in the frame; null before it asks. */
const LOOK = `const { contentWindow } = document.querySelector('iframe') ?? {};
  return contentWindow?.document.querySelector('jitsi-gate[state=asking]')?.shadowRoot.querySelector('section') ? contentWindow.lookAtGate() : null;`;

const outcome = { engines: [] as string[], passed: 0, failed: 0 };
let requests = 0;
const meetingServer = await startStandIn({ onRequest: () => void (requests += 1) });
const site = await serveCases(new URL(meetingServer.origin).host);
for (const { name, packages, open } of ways) {
  const engine = await openOrInstall(open, packages);
  if (!engine) {
    console.log(`${name}: open, because it is not installed (Debian: ${packages.join(', ')})`);
    continue;
  }
  outcome.engines.push(engine.name);
  await askAll(engine);
  await engine.close();
}
await site.close();
await meetingServer.close();
writeFileSync(process.argv[2] ?? 'engines.json', JSON.stringify(outcome));

async function openOrInstall(open: () => Promise<Engine | undefined>, packages: readonly string[]): Promise<Engine | undefined> {
  return (await open()) ?? ((await aptInstall(...packages)) ? open() : undefined);
}

async function askAll(engine: Engine): Promise<void> {
  for (const [index, { name }] of ENGINE_CASES.entries()) await count(engine, name, engine.ask(`${site.origin}/in-frame/${index}`, LOOK));
  for (const file of FAILING) {
    const answers = engine.ask(`${site.origin}/asks-twice?${file}`, 'return window.answers ?? null');
    await count(engine, `a page that cannot have ${file} the first time`, answers.then((found) => (String(found) === 'not here,here' ? [] : found)));
  }
  console.log(`${engine.name}: ${ENGINE_CASES.length + FAILING.length} pages looked at`);
  requests = 0;
  for (const [name, go] of WHOLE_WAY) await count(engine, name, go({ engine, url: `${site.origin}/whole-way`, requests: () => requests }).then(() => []));
}

/** Counts a page, about which a browser tells what is wrong. */
async function count({ name: engine }: Engine, name: string, found: Promise<unknown>): Promise<void> {
  const faults = await found.catch((error: unknown) => [String(error)]);
  const isFine = Array.isArray(faults) && faults.length === 0;
  outcome[isFine ? 'passed' : 'failed'] += 1;
  if (!isFine) console.log(`${engine}: ${name}: ${JSON.stringify(faults)}`);
}
