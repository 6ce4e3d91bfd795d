import { describe, expect, it } from 'vitest';
import { checkListedNames, checkStyle, countLines, maxLines, maxMedianLines, median } from '../support/house-rules.js';
import { findLockGaps } from '../support/lock-gaps.js';
import { findListedName, findListedPath, isKebabCase } from '../support/name-rules.js';
import { listFiles, parseFolder, readRepoFile } from '../support/repo-files.js';
import { parseSource } from '../support/syntax.js';

const folders = ['src', 'test', 'e2e', 'demo', 'bench', 'build'];
const locales = 'src/i18n/locales/';
/** Frameworks that render sites say how files are called there, and what they export. */
const isNamedByFramework = (path: string): boolean => /^e2e\/apps\/(?:next|nuxt|sveltekit|astro)\//.test(path);
const codeFiles = (folder: string): string[] => listFiles(folder).filter((path) => path.endsWith('.ts'));
const linesOf = (path: string): number => countLines(readRepoFile(path));
const asSource = (text: string) => parseSource('src/gate/example.ts', text);

describe('files', () => {
  it('are at most 300 lines long', () => {
    const files = folders.flatMap(codeFiles).filter((path) => !path.startsWith(locales));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((path) => linesOf(path) > maxLines)).toEqual([]);
  });

  it('of src are at most 80 lines long by the median', () => {
    const files = codeFiles('src').filter((path) => !path.startsWith(locales));
    expect(files.length).toBeGreaterThan(0);
    expect(median(files.map(linesOf))).toBeLessThanOrEqual(maxMedianLines);
  });

  it('have kebab-case names, and so have their folders', () => {
    const files = folders.flatMap(listFiles).filter((path) => !path.endsWith('/README.md') && !isNamedByFramework(path));
    expect(files.filter((path) => !path.split('/').every(isKebabCase))).toEqual([]);
  });

  // Those of `cmp/` are named by platforms, and their chunks have names of their own (vite.config.ts).
  it('of src have no name that block lists match, because chunks are named after them', () => {
    expect(listFiles('src').filter((path) => findListedName(path) !== undefined && !path.startsWith('src/cmp/'))).toEqual([]);
  });

  it('have no default export, no enum and no reminders', () => {
    // Vite reads a default export.
    const sources = ['src', 'test', 'e2e', 'bench', 'build'].flatMap(parseFolder).filter(({ file }) => !file.endsWith('/vite.config.ts') && !isNamedByFramework(file));
    expect(sources.flatMap(checkStyle)).toEqual([]);
  });

  it('of src use no class, id or storage name that block lists match', () => {
    // Texts for people may say "cookie banner", and a bridge has to call its platform by name, as an event of Jitsi its own.
    const sources = parseFolder('src').filter(({ file }) => !/^src\/(?:i18n|cmp)\//.test(file));
    const found = sources.flatMap(checkListedNames).filter((problem) => !problem.includes("'recordingConsentDialogOpen'"));
    expect(sources.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

describe('packages', () => {
  const manifest: unknown = JSON.parse(readRepoFile('package.json'));
  const lock = readRepoFile('package-lock.json');

  it('needed at run time are lit and zod, in exact versions', () => {
    expect(manifest).toHaveProperty('dependencies', {
      lit: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      zod: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    // Whoever uses jitsi-gate/react or jitsi-gate/vite has it.
    expect(manifest).toMatchObject({ peerDependencies: { react: '>=18', vite: '>=6' }, peerDependenciesMeta: { react: { optional: true }, vite: { optional: true } } });
    expect(manifest).not.toHaveProperty('optionalDependencies');
  });

  it('come from whatever registry the reader uses: the lock file names none', () => {
    expect(lock).toContain('"lockfileVersion"');
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toMatch(/registry[^"]*\.|verdaccio|artifactory|nexus/i);
  });

  it('are all in the lock file, also those for other systems, because npm ci refuses a lock file with gaps', () => {
    expect(findLockGaps(JSON.parse(lock))).toEqual([]);
  });
});

describe('the house check itself', () => {
  it('sees a package that the lock file asks for and lacks', () => {
    const a = { optionalDependencies: { b: '1.0.0', c: '1.0.0' } };
    expect(findLockGaps({ packages: { '': {}, 'node_modules/a': a, 'node_modules/a/node_modules/b': {} } })).toEqual(['c']);
  });

  it('counts lines as an editor does', () => {
    expect([countLines('a'), countLines('a\n'), countLines('a\n\nb\n')]).toEqual([1, 1, 3]);
  });

  it('finds the middle', () => {
    expect([median([]), median([3]), median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([0, 3, 2, 3]);
  });

  it.each(['export default 1;', 'const a = 1; export { a as default };', 'enum Colour { Red }', '// TODO: later', '/* FIXME */'])(
    'sees %s',
    (text) => expect(checkStyle(asSource(text))).toHaveLength(1),
  );

  it('lets a text speak of a TODO', () => {
    expect(checkStyle(asSource("export const text = 'TODO';"))).toEqual([]);
  });

  it.each([
    'cookie-consent', 'cookieConsent', 'site-cookie-banner', 'consent_banner', 'consent-banner.js', 'gdpr-notice', 'cookie-notice-open',
    'src/cmp/cookie-consent.ts', 'gdprBanner', 'cookiebar',
  ])('knows that block lists match %s', (name) => expect(findListedName(name)).toBeDefined());

  it.each(['jitsi-gate', 'consent/ledger.ts', 'cookie-store', 'jitsi-gate-notice', 'cookiebot', 'gate-notice', 'Cookie'])(
    'knows that %s is safe',
    (name) => expect(findListedName(name)).toBeUndefined(),
  );

  it.each([
    'dist/jitsi-gate/onetrust-AbC12.js', 'dist/jitsi-gate/didomi.js', 'dist/jitsi-gate/cmp-D1.js', 'dist/cmp/cmp.js', 'dist/privacy-policy.js',
    'dist/gdpr.js', 'dist/jitsi-gate/cookie-store-x.js', 'dist/a-gdpr-b.js', 'dist/cookie-consent.js',
  ])('knows that block lists match the file %s', (path) => expect(findListedPath(path)).toBeDefined());

  it.each(['dist/jitsi-gate.js', 'dist/jitsi-gate/first-look-D6sn8hJm.js', 'dist/jitsi-gate/page-policy-x.js', 'dist/modules/cs.js', 'dist/sbom.cdx.json'])(
    'knows that the file %s is safe',
    (path) => expect(findListedPath(path)).toBeUndefined(),
  );

  it.each(["box.className = 'consent-banner';", 'html`<p class="row cookie-notice"></p>`;', 'css`.gdpr-banner { top: 0 }`;'])(
    'sees the listed name in %s',
    (text) => expect(checkListedNames(asSource(text))).toHaveLength(1),
  );

  it('does not take a sentence for a name', () => {
    expect(checkListedNames(asSource("export const text = 'our cookie-notice explains it';"))).toEqual([]);
  });

  it.each(['GateViews.ts', 'gate_views.ts', 'gate views.ts', '-gate.ts', 'gate--views.ts'])('refuses the file name %s', (name) => {
    expect(isKebabCase(name)).toBe(false);
  });

  it.each(['gate-views.ts', 'tokens.ts', 'local-store.browser.test.ts', 'pt-br.ts', 'index.html'])('accepts %s', (name) => {
    expect(isKebabCase(name)).toBe(true);
  });
});
