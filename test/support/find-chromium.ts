import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { aptInstall, isExecutable } from './apt-install.js';
import { chromiumFlags } from './chromium-flags.js';
import { runTool } from './run-command.js';

/** The browser for the tests; `path` is undefined when none can be had. `source` says in words where it comes from. */
export interface FoundChromium {
  readonly path: string | undefined;
  readonly source: string;
  /** A headless shell for the tests that need no whole browser, where there is one. */
  readonly shell: string | undefined;
}

/** One way to come by a browser. `paths` may install something first; it is asked only after all earlier ways failed. */
interface Way {
  readonly source: string;
  readonly paths: () => Promise<string[]> | string[];
}

const NAMED = 'the environment variable PLAYWRIGHT_CHROMIUM';

const ways: readonly Way[] = [
  { source: NAMED, paths: () => [process.env['PLAYWRIGHT_CHROMIUM'] ?? ''].filter(Boolean) },
  { source: 'an installed Chromium or Chrome', paths: installedPaths },
  { source: "Debian's chromium package, installed just now", paths: pathsAfterApt },
  { source: "Playwright's own download", paths: pathsAfterDownload },
];

/**
 * Finds a Chromium that starts, or installs one: `PLAYWRIGHT_CHROMIUM`, an installed browser, Debian's package, Playwright's
 * download, in this order. Says on stdout which one is used and why the others are not. Never rejects.
 */
export async function findChromium(): Promise<FoundChromium> {
  for (const { source, paths } of ways) {
    const candidates = await paths();
    if (candidates.length === 0) console.log(`browser: not from ${source}: there is none`);
    const path = await firstToStart(candidates, source);
    if (path !== undefined) return { path, source, shell: await findShell(source) };
  }
  console.log('browser: none. Install Chromium or Chrome and set PLAYWRIGHT_CHROMIUM to its path, or run');
  console.log('         npx playwright install --with-deps chromium, then start the tests again.');
  return { path: undefined, source: 'nowhere', shell: undefined };
}

/** Who names a browser gets that one alone; otherwise a headless shell is welcome where one is installed. */
async function findShell(source: string): Promise<string | undefined> {
  return source === NAMED ? undefined : firstToStart(onPath(['chromium-headless-shell']), 'an installed headless shell, for most of e2e');
}

async function firstToStart(paths: readonly string[], source: string): Promise<string | undefined> {
  for (const path of paths) {
    const result = await tryBrowser(path);
    if ('version' in result) {
      console.log(`browser: Chromium ${result.version} at ${path}, from ${source}`);
      return path;
    }
    console.log(`browser: not from ${source}: ${path} does not start (${result.problem})`);
  }
  return undefined;
}

/** A browser counts only when it starts headless and runs a page; `--version` opens a window on Windows. */
async function tryBrowser(path: string): Promise<{ version: string } | { problem: string }> {
  if (!existsSync(path)) return { problem: 'no such file' };
  try {
    const browser = await chromium.launch({ executablePath: path, args: chromiumFlags, timeout: 60_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>ready</p>');
      return { version: browser.version() };
    } finally {
      await browser.close();
    }
  } catch (error) {
    // Edge: any failure means the same, that this browser is of no use; the first line of the reason is told.
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

function installedPaths(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return [...new Set([...onPath(names), ...usualPaths().filter(isExecutable)])];
}

/** Programs of these names that the shell would find. */
export function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

function usualPaths(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(process.env['HOME'] ?? '', 'Applications')];
    return apps.flatMap((folder) => ['Chromium', 'Google Chrome'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform !== 'win32') return ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe')]);
}

async function pathsAfterApt(): Promise<string[]> {
  // Older systems have no such shell; it only saves time.
  return (await aptInstall('chromium', 'chromium-headless-shell')) ? installedPaths() : [];
}

async function pathsAfterDownload(): Promise<string[]> {
  console.log('browser: asking Playwright to download its Chromium');
  await runTool('playwright', ['install', 'chromium']);
  return [chromium.executablePath()].filter((path) => existsSync(path));
}
