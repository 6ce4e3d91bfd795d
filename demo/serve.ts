/**
 * Runs the demo: builds the package and the app page, then serves the site and a stand-in for a Jitsi server, both on
 * this computer only. `--no-build` takes the package as it was built last; `PORT` moves the site, and the stand-in
 * follows on the next port.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startSite } from '../e2e/support/site-server.js';
import { startStandIn } from '../e2e/support/stand-in-server.js';
import { movedPages } from './moved-pages.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The meeting server's address as it is written in the pages. */
const WRITTEN_HOST = 'localhost:4401';

/** Trouble the reader can do something about: shown as one line, without a stack. */
class DemoError extends Error {
  override readonly name = 'DemoError';
}

function readPort(): number {
  const text = process.env['PORT'] ?? '4400';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65534) return port;
  throw new DemoError(`PORT must be a whole number from 1024 to 65534, found "${text}".`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function isFree(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false;
    if (host === '::1') return true; // A computer without IPv6.
    throw error;
  }
  await new Promise((resolve) => probe.close(resolve));
  return true;
}

// Asked before the build, so that a busy port is known at once. On ::1 too, although we listen on 127.0.0.1 only:
// a browser may try that address first for "localhost" and would show the other program.
async function assertFree(port: number, what: string): Promise<void> {
  if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return;
  throw new DemoError(
    `Port ${port} (${what}) is busy. Stop the program that uses it, or choose other ports: PORT=4500 npm start`,
  );
}

async function buildPackage(): Promise<void> {
  console.log('Building the package …');
  // npm is a .cmd file on Windows, which only a shell can start there. The arguments are fixed.
  const child = spawn('npm run --silent build', { cwd: here('..'), stdio: 'inherit', shell: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new DemoError('The build failed; its messages are above.');
}

async function buildApp(meetingHost: string): Promise<void> {
  if (!existsSync(here('../dist/index.js'))) {
    throw new DemoError('dist/index.js is missing: run without --no-build, or run "npm run build" first.');
  }
  await build({
    configFile: here('./vite.config.ts'),
    logLevel: 'warn',
    define: { 'import.meta.env.VITE_MEETING_HOST': JSON.stringify(meetingHost) },
  });
}

function greeting(site: string, standIn: string): string {
  return `
  The practice:       ${site}
  Meeting stand-in:   ${standIn}   (contacted only after you agree)

  What to try
    Open the browser's network panel first, then load the page: nothing goes to the stand-in.
    Decline, reload, change your mind. Agree, and the first request appears.
    Withdraw during the call: the meeting leaves the page, in every open tab.
    ${site}/rooms.html   several rooms, one agreement; rooms added later
    ${site}/app/         the npm form in a single-page app
    ${site}/short.html   one script tag, one <div>
    ${site}/desk/        for your own site: questions, then markup, headers, notice and screening

  Stop with Ctrl+C.
`;
}

async function main(): Promise<void> {
  const port = readPort();
  await assertFree(port, 'site');
  await assertFree(port + 1, 'meeting stand-in');
  const meetingHost = `localhost:${port + 1}`;
  if (!process.argv.includes('--no-build')) await buildPackage();
  await buildApp(meetingHost);

  const standIn = await startStandIn({ port: port + 1 });
  const site = await startSite({
    port,
    root: here('.'),
    mounts: { '/assets/': here('../dist'), '/desk/': here('../dist/desk'), '/app/': here('./.built/app') },
    intercept: meetingHost === WRITTEN_HOST ? () => false : movedPages(here('.'), WRITTEN_HOST, meetingHost),
  });
  closeOnSignal([site, standIn]);
  console.log(greeting(`http://localhost:${port}`, `http://${meetingHost}`));
}

function closeOnSignal(servers: readonly { close(): Promise<void> }[]): void {
  const stop = (): void => {
    // A second Ctrl+C finds no listener and ends the process the hard way.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    void Promise.all(servers.map((server) => server.close())).then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof DemoError ? error.message : error);
  process.exit(1);
});
