import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright/test';
import { findImports } from '../test/support/find-imports.js';
import { parseSource } from '../test/support/syntax.js';
import { scriptTag, serveBadInput } from './support/bad-input.js';
import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, listenToConsole, openAsking, partOf, press } from './support/gate.js';
import { holdFile } from './support/hold-file.js';
import { startSite } from './support/site-server.js';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), 'utf8');
const scripts = readdirSync(at('dist'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js')).toSorted();
const integrity = JSON.parse(read('dist/integrity.json')) as Readonly<Record<string, string>>;
const ENTRY = 'jitsi-gate.js';
const FALLBACK = 'Other ways to reach us';

/** The hashes of everything that the entry may fetch, as a page gives them to the browser. */
function importMap(): string {
  const chunks = Object.entries(integrity).filter(([file]) => file.startsWith('jitsi-gate/'));
  return `<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(chunks.map(([file, hash]) => [`/assets/${file}`, hash])) })}</script>`;
}

const checkedTag = (file = ENTRY): string => scriptTag({ integrity: integrity[file] }).replace(ENTRY, file);

/** Serves a built script with one more byte at its end. */
async function change(context: BrowserContext, pattern: string): Promise<void> {
  await context.route(pattern, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()} ` });
  });
}

async function expectFallback(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: FALLBACK })).toBeVisible();
}

test.describe('integrity.json', () => {
  test('has the SHA-384 of each built script and of nothing else', () => {
    const made = scripts.map((file) => [file, `sha384-${createHash('sha384').update(readFileSync(at(`dist/${file}`))).digest('base64')}`]);
    expect(made.length).toBeGreaterThan(10);
    expect(integrity).toEqual(Object.fromEntries(made));
  });

  for (const file of [ENTRY, 'jitsi-gate.page.js', 'jitsi-gate.single.js']) {
    test(`has a hash by which the browser takes ${file}, up to the meeting`, async ({ page }) => {
      await page.goto(await serveBadInput(page, { head: checkedTag(file) }));
      await expectState(page, 'asking');
      await acceptUntilLive(page);
    });

    test(`has a hash by which the browser refuses ${file} with one more byte, and the author's content stays`, async ({ page, context, foreign }) => {
      const lines = listenToConsole(page);
      await change(context, `**/assets/${file}`);
      await page.goto(await serveBadInput(page, { head: checkedTag(file) }));
      await expect.poll(() => lines.join()).toContain("Failed to find a valid digest in the 'integrity' attribute");
      await expect(page.locator('jitsi-gate')).toHaveCount(0);
      await expectFallback(page);
      await foreign.expectSilence();
    });
  }

  test('is what makes the difference: without it the changed script runs', async ({ page, context }) => {
    await change(context, `**/assets/${ENTRY}`);
    await page.goto(await serveBadInput(page, { head: scriptTag() }));
    await expectState(page, 'asking');
  });

  test('has the hashes of the chunks, for an import map that checks them', async ({ page }) => {
    await page.goto(await serveBadInput(page, { head: importMap() + checkedTag() }));
    await expectState(page, 'asking');
    await acceptUntilLive(page);
  });

  test('lets such an import map refuse a changed chunk, and the author\'s content stays', async ({ page, context, foreign }) => {
    const lines = listenToConsole(page);
    await change(context, '**/assets/jitsi-gate/first-look-*.js');
    await page.goto(await serveBadInput(page, { head: importMap() + checkedTag() }));
    await expect.poll(() => lines.join()).toContain('Failed to find a valid digest');
    await expectFallback(page);
    await foreign.expectSilence();
    expect(lines.filter((line) => line.startsWith('pageerror'))).toEqual([]);
  });

  test('lets such an import map refuse a chunk that is changed after the first look: nothing is loaded after a yes', async ({ page, context, foreign }) => {
    await change(context, '**/assets/jitsi-gate/{before-choice,after-yes}-*.js');
    await page.goto(await serveBadInput(page, { head: importMap() + checkedTag() }));
    await expectState(page, 'asking');
    await press(page, 'accept');
    await foreign.expectSilence();
  });
});

test.describe('the script on a host of its own', () => {
  test.use({ permissions: ['local-network-access'] });

  test('runs with integrity and crossorigin where that host allows reading', async ({ page, foreign }) => {
    const host = await startSite({ root: at('dist'), headers: () => ({ 'access-control-allow-origin': '*' }) });
    try {
      foreign.respond(host.origin, { pass: true });
      const tag = scriptTag({ integrity: integrity[ENTRY], crossorigin: 'anonymous' }).replace('/assets', host.origin);
      await page.goto(await serveBadInput(page, { head: tag }));
      await expectState(page, 'asking');
    } finally {
      await host.close();
    }
  });
});

test.describe('the bill of materials', () => {
  const bill = JSON.parse(read('dist/sbom.cdx.json')) as { bomFormat: string; specVersion: string; metadata: { component: { name: string; version: string } }; components: { name: string; version: string; hashes: unknown[]; licenses: unknown[] }[] };
  const manifest = JSON.parse(read('package.json')) as { name: string; version: string; dependencies: Record<string, string> };

  test('is CycloneDX 1.5 or newer, of this package and version', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(Number(bill.specVersion)).toBeGreaterThanOrEqual(1.5);
    expect(bill.metadata.component).toMatchObject({ name: manifest.name, version: manifest.version });
  });

  test('lists lit, zod and what lit itself needs, each with version, hash and licence', () => {
    const listed = Object.fromEntries(bill.components.map(({ name, version }) => [name, version]));
    expect(listed).toMatchObject(manifest.dependencies);
    const others = Object.keys(listed).filter((name) => !(name in manifest.dependencies)).toSorted();
    expect(others).toEqual(['@lit-labs/ssr-dom-shim', '@lit/reactive-element', '@types/trusted-types', 'lit-element', 'lit-html']);
    for (const { hashes, licenses } of bill.components) expect([hashes.length, licenses.length]).toEqual([1, 1]);
  });
});

test.describe('the built files', () => {
  // What is not readable is the address of a file of ours, whose folder is known only in a page.
  const importsOf = (file: string): string[] => findImports(parseSource(file, read(`dist/${file}`))).filter(({ kind }) => kind !== 'unreadable').map(({ specifier }) => specifier);
  const packagesIn = (files: readonly string[]): string[] => [...new Set(files.flatMap(importsOf).filter((name) => !name.startsWith('.')))].toSorted();
  const isNpm = (file: string): boolean => /^(?:index|define|react)\.js$|^modules\//.test(file);
  const isNode = (file: string): boolean => /^(?:vite|cli)\.js$|^node\//.test(file);

  test('for npm import lit and zod and no other package, but for React in its own entry', () => {
    expect(packagesIn(['react.js'])).toEqual(['react']);
    expect(packagesIn(scripts.filter((file) => isNpm(file) && file !== 'react.js'))).toEqual(['lit/directives/guard.js', 'lit/html.js', 'zod/mini']);
  });

  test('for the script tag import no package at all', () => {
    expect(packagesIn(scripts.filter((file) => !isNpm(file) && !isNode(file)))).toEqual([]);
  });

  test('for Node, the plugin and the command, import what Node has', () => {
    expect(packagesIn(['vite.js'])).toEqual(['node:fs', 'node:path', 'node:url']);
    expect(packagesIn(scripts.filter(isNode)).filter((name) => !name.startsWith('node:'))).toEqual([]);
    expect(packagesIn(['cli.js'])).toContain('node:util');
  });
});

// A browser reads a classic script that comes without an encoding in the one of its page.
test.describe('a page in an old encoding', () => {
  test('reads every word of the file for pages with a meeting', async ({ page, context }) => {
    await context.route('**/old.html', (route) => route.fulfill({
      contentType: 'text/html; charset=windows-1252',
      body: `${scriptTag({}).replace(ENTRY, 'jitsi-gate.page.js')}<div data-jitsi-room="old-room-x8k2pq9z"></div>`,
    }));
    await context.route('**/jitsi-gate.page.js', async (route) => route.fulfill({ contentType: 'text/javascript', body: read('dist/jitsi-gate.page.js') }));
    await holdFile(context, 'before-choice');
    await openAsking(page, '/old.html');
    expect(await page.evaluate(() => document.characterSet)).toBe('windows-1252');
    await partOf(page, 'accept').click();
    await expect(gateOf(page).locator('.note')).toContainText('One moment\u2026');
  });

  for (const file of [ENTRY, 'jitsi-gate.page.js', 'jitsi-gate.single.js']) {
    test(`finds nothing in ${file} that another encoding would change`, () => {
      expect(read(`dist/${file}`).match(/[^\0-\x7f]/g) ?? []).toEqual([]);
    });
  }
});
