import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { type BuildEnvironmentOptions, type Plugin, type UserConfig, defineConfig } from 'vite';
import { handOver } from './build/hand-over.js';
import { momentGroups, momentNames } from './build/moments.js';

/** The built file of a moment in `dist/jitsi-gate`; its name carries a hash, so a cached entry never meets foreign files. */
function builtFile(moment: string): string {
  const file = readdirSync('dist/jitsi-gate').find((name) => name.startsWith(`${moment}-`));
  if (!file) throw new Error('build the chunks before the files that name them');
  return file;
}

/** Leaves imports of moments to the files that are built of them already, by their path from what is built. */
const leave = (folder: string, ...moments: readonly string[]): Plugin => ({
  name: 'jitsi-gate:leave',
  enforce: 'pre',
  resolveId(id) {
    const moment = id.replace(/^\.\/|\.js$/g, '');
    return id.startsWith('./') && moments.includes(moment) ? { id: folder + builtFile(moment), external: true } : undefined;
  },
});

/** Puts the built first look, as it is, into a classic script; what it imports later lies next to that. */
const takeFirstLook: Plugin = {
  name: 'jitsi-gate:take-first-look',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === './first-look.js') return resolve('dist/jitsi-gate', builtFile('first-look'));
    return importer?.startsWith(resolve('dist/jitsi-gate')) ? { id: `./jitsi-gate/${id.slice(2)}`, external: true } : undefined;
  },
};

/** Writes what is not ASCII as escapes: browsers read a classic script in the encoding of its page, which may be an old one. */
const escapeAll: Plugin = {
  name: 'jitsi-gate:escape-all',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

/** Takes out of styles and templates what means nothing there: line breaks, indentation, comments. No text of ours is `pre`. */
const foldTemplates: Plugin = {
  name: 'jitsi-gate:fold-templates',
  transform(code, id) {
    if (id.endsWith('.styles.ts')) {
      return code.replace(/`([^`]*)`/g, (_, css: string) => `\`${transformSync(css, { loader: 'css', minify: true }).code.trim().replace(/([:,]) /g, '$1')}\``);
    }
    // White space with a line break in it stands between blocks; it would be a node in every gate.
    return code.includes('html`') ? code.replace(/([>}])\n\s+(?=[<$])/g, '$1').replace(/\n\s+/g, '\n') : undefined;
  },
};

const common = { emptyOutDir: false, target: 'es2022', minify: true, modulePreload: false, reportCompressedSize: false } as const;
const minified = { minify: true, comments: { annotation: false } } as const;

/** A classic script: one file, whose names stay its own. */
const classic = (name: string, entry: string): BuildEnvironmentOptions => ({
  ...common,
  outDir: 'dist',
  lib: { entry: { [name]: entry }, formats: ['iife'], name: 'unused' },
  rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false, ...minified } },
});

/** A file that stands alone, for owners. */
const alone = (moment: string): UserConfig => ({
  build: {
    ...common,
    outDir: 'dist/jitsi-gate',
    lib: { entry: { [moment]: `src/moments/${moment}.ts` }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name]-[hash].js', codeSplitting: false, ...minified } },
  },
});

/**
 * The builds, each with one shape of output (run in this order by `npm run build`): `explanation` and `owner`, which stand
 * alone; `chunks`, a file for each other moment (`src/moments/`); `entry`, the script tag's classic script, which only names
 * the first of them; `page`, that and the first look in one classic script; `single`, everything in one; `npm`, ES modules
 * with lit and zod left as imports.
 */
const builds: Readonly<Record<string, UserConfig>> = {
  explanation: alone('explanation'),
  owner: alone('owner'),
  chunks: {
    plugins: [handOver('first-look'), leave('./', 'explanation', 'owner')],
    build: {
      ...common,
      outDir: 'dist/jitsi-gate',
      lib: { entry: { 'first-look': 'src/moments/first-look.ts' }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js', ...minified, codeSplitting: { groups: momentGroups('moments/first-look.ts') } },
      },
    },
  },
  entry: { plugins: [escapeAll, leave('./jitsi-gate/', ...momentNames())], build: classic('jitsi-gate', 'src/moments/tag.ts') },
  page: { plugins: [escapeAll, takeFirstLook], build: classic('jitsi-gate.page', 'src/moments/page.ts') },
  // English is in the file; the other languages, and what only an owner needs, lie next to it.
  single: { plugins: [escapeAll, leave('./jitsi-gate/', 'locales', 'explanation', 'owner')], build: classic('jitsi-gate.single', 'src/moments/page.ts') },
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
          ...minified,
          codeSplitting: { groups: momentGroups('index.ts', 'define.ts') },
        },
      },
    },
  },
};

export default defineConfig(({ mode }) => ({ configFile: false, publicDir: false, ...builds[mode], plugins: [foldTemplates, ...(builds[mode]?.plugins ?? [])] }));
