import { readdirSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { type Plugin, type UserConfig, defineConfig } from 'vite';

/** A chunk as it is built; its name carries a hash, so a cached entry never meets foreign chunks. */
function builtChunk(chunk: string): string {
  const file = readdirSync('dist/jitsi-gate').find((name) => name.startsWith(`${chunk}-`));
  if (!file) throw new Error('build the chunks before what names them');
  return `./jitsi-gate/${file}`;
}

/** Leaves the import of a module to the chunk that is built of it already. */
const leaveToChunk = (module: string, chunk: string): Plugin => ({
  name: `jitsi-gate:${chunk}-is-built`,
  enforce: 'pre',
  resolveId: (id) => (id === module ? { id: builtChunk(chunk), external: true } : undefined),
});

/** Takes out of styles and templates what means nothing there: line breaks, indentation, comments. No text of ours is `pre`. */
const foldTemplates = {
  name: 'jitsi-gate:fold-templates',
  transform(code: string, id: string) {
    if (!/\/src\/elements\//.test(id)) return undefined;
    const folded = id.endsWith('.styles.ts')
      ? code.replace(/`([^`]*)`/g, (_, css: string) => `\`${transformSync(css, { loader: 'css', minify: true }).code.trim()}\``)
      : code.replace(/\n\s+/g, '\n');
    return { code: folded, map: null };
  },
};

/** What is fetched right after the first look: one more chunk, so that nothing waits for it after a yes. */
const AFTER = 'lib.alpha-of|consent.changes|page.mutations|gate.meeting-run|providers.registry|config.room-hint|i18n.meeting|elements.(after|click-guard|in-sight|meeting|print|recording)';

/** What a script tag's gate fetches before it is `ready` for scripts of the page. */
const BEFORE_READY = 'config.(check|schema|script-words|fields|issues|same-site)|page.(complete|decisions|settings)';

/** What is fetched when it is needed. */
const ON_DEMAND = 'lib.(sha256|random-id)|storage.(collection|cookie|jitsi)|config.embed-url|page.(diagnostics|fetched|follow-up|frame-source|leaks|page-problems)|providers|receipts|i18n.(detail|locales|settings)|elements.(details|jitsi-storage|settings-(part|views|dialog)|settings.styles|download)';

const isOf = (id: string, ...paths: readonly string[]): boolean => new RegExp(`src.(${paths.join('|')})`).test(id);

/** Modules of the first look: one chunk, so that the browser asks once. */
const firstLook = (id: string): boolean => /src|lit-html/.test(id) && !isOf(id, AFTER, BEFORE_READY, ON_DEMAND);

const afterFirstLook = (id: string): boolean => isOf(id, AFTER);

const beforeReady = (id: string): boolean => isOf(id, BEFORE_READY) || /node_modules.zod/.test(id);

/** What decisions that subdomains share are kept in; a name with `cookie` is what block lists look for. */
const sharedStore = (id: string): boolean => id.endsWith('storage/cookie-store.ts');

/** What npm's `index.js` holds, and `define.js` shares: all but what a gate in the page fetches. */
const npmStart = (id: string): boolean =>
  /src.(lib.(?!alpha-of|sha256|random-id|events|foreign-frame|same-origin)|storage.(?!collection|jitsi)|consent.(?!changes)|page.(?!diagnostics|fetched|follow-up|frame-source|leaks|mutations|page-problems)|index|config.(?!embed\.|embed-url|room|script)|gate.(context|decide)|elements.(define|lazy|gate-element|settings-element))/.test(id);

const common = { emptyOutDir: false, target: 'es2022', minify: true, modulePreload: false, reportCompressedSize: false } as const;

/**
 * Four builds, each with one shape of output (run in this order by `npm run build`):
 * `chunks`, what the entry loads from its own folder; `entry`, the script tag's classic script, which only names the
 * chunk to load; `single`, everything in one classic script; `npm`, ES modules with lit and zod left as imports.
 */
const builds: Readonly<Record<string, UserConfig>> = {
  chunks: {
    build: {
      ...common,
      outDir: 'dist/jitsi-gate',
      lib: { entry: { boot: 'src/page/boot.ts' }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js', minify: true, comments: { annotation: false }, codeSplitting: { groups: [{ name: 'first', test: firstLook }, { name: 'after', test: afterFirstLook }, { name: 'check', test: beforeReady }, { name: 'subdomains', test: sharedStore }] } },
      },
    },
  },
  entry: {
    plugins: [leaveToChunk('./page/boot.js', 'boot')],
    build: {
      ...common,
      outDir: 'dist',
      lib: { entry: { 'jitsi-gate': 'src/script.ts' }, formats: ['iife'], name: 'unused' },
      rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
    },
  },
  single: {
    // English is in the file, the other languages lie next to it.
    plugins: [leaveToChunk('./locales.js', 'locales')],
    build: {
      ...common,
      outDir: 'dist',
      lib: { entry: { 'jitsi-gate.single': 'src/script.ts' }, formats: ['iife'], name: 'unused' },
      rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false, minify: true, comments: { annotation: false } } },
    },
  },
  npm: {
    build: {
      ...common,
      outDir: 'dist',
      lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es'] },
      rolldownOptions: {
        external: [/^lit/, /^zod/],
        output: {
          entryFileNames: '[name].js',
          // Bundlers and versions of the package take care of caches.
          chunkFileNames: 'modules/[name].js',
          minify: true,
          // Nothing at the top of a module is worth a bundler's guess: package.json says which files have side effects.
          comments: { annotation: false },
          codeSplitting: { groups: [{ name: 'index', test: npmStart }, { name: 'after', test: afterFirstLook }] },
        },
      },
    },
  },
};

export default defineConfig(({ mode }) => ({ configFile: false, publicDir: false, ...builds[mode], plugins: [foldTemplates, ...(builds[mode]?.plugins ?? [])] }));
