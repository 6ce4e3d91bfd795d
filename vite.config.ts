import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { MagicString } from 'magic-string';
import { minify } from 'terser';
import { type BuildEnvironmentOptions, type Plugin, type UserConfig, defineConfig } from 'vite';
import { BESIDE, handOver } from './build/hand-over.js';
import { momentGroups, momentNames } from './build/moments.js';

/** The built file of a moment in `dist/jitsi-gate`; its name carries a hash, so a cached entry never meets foreign files. */
function builtFile(moment: string): string {
  const file = readdirSync('dist/jitsi-gate').find((name) => name.startsWith(`${moment}-`));
  if (!file) throw new Error('build the chunks before the files that name them');
  return file;
}

/** Leaves imports of moments to the files that are built of them already, which lie beside what is built. */
const leave = (...moments: readonly string[]): Plugin => ({
  name: 'jitsi-gate:leave',
  enforce: 'pre',
  resolveId(id) {
    const moment = id.replace(/^\.\/|\.js$/g, '');
    return id.startsWith('./') && moments.includes(moment) ? { id: `./${builtFile(moment)}`, external: true } : undefined;
  },
});

const IMPORT_ADDRESS = `import { addressOf } from ${JSON.stringify(resolve('src/moments/folder.ts'))};\n`;

/** Has the entry look for the first look in the folder that it has found (`src/moments/loading.ts`). */
const firstLookInFolder: Plugin = {
  name: 'jitsi-gate:first-look-in-folder',
  enforce: 'pre',
  transform: (code, id) => (id === resolve('src/moments/loading.ts') ? code.replace("(_folder: URL) => import('./first-look.js')", `(folder: URL) => import(folder + '${builtFile('first-look')}')`) : undefined),
};

/** Has a classic script ask for built files by their address in the gate's folder (`src/moments/folder.ts`). */
const address = (...moments: readonly string[]): Plugin => ({
  name: 'jitsi-gate:address',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(resolve('src'))) return undefined;
    const found = code.replace(/\bimport\('\.\/([\w-]+)\.js'\)/g, (whole, moment: string) => (moments.includes(moment) ? `import(addressOf('${builtFile(moment)}'))` : whole));
    return found === code ? undefined : IMPORT_ADDRESS + found;
  },
});

/** Leaves moments out of a file; what would need them shows the author's content. */
const without = (...moments: readonly string[]): Plugin => ({
  name: 'jitsi-gate:without',
  enforce: 'pre',
  transform(code, id) {
    if (!['loading', 'later-loading'].some((name) => id === resolve(`src/moments/${name}.ts`))) return undefined;
    return code.replace(/\bimport\('\.\/([\w-]+)\.js'\)/g, (whole, moment: string) => (moments.includes(moment) ? `Promise.reject(Error('${moment} is not in this file'))` : whole));
  },
});

/** Puts the built first look into a classic script; what it fetches later lies in the gate's folder. */
const takeFirstLook: Plugin = {
  name: 'jitsi-gate:take-first-look',
  enforce: 'pre',
  resolveId: (id) => (id === './first-look.js' ? resolve('dist/jitsi-gate', builtFile('first-look')) : undefined),
  transform(code, id) {
    return id === resolve('dist/jitsi-gate', builtFile('first-look')) ? IMPORT_ADDRESS + code.replace(BESIDE, 'addressOf("")+') : undefined;
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
    const folded = new MagicString(code);
    if (id.endsWith('.styles.ts')) {
      folded.replace(/`([^`]*)`/g, (_, css: string) => `\`${transformSync(css, { loader: 'css', minify: true }).code.trim().replace(/([:,]) | (\/) /g, '$1$2').replace(/="(\w+)"]/g, '=$1]')}\``);
    } else if (code.includes('html`')) {
      // White space with a line break in it stands between blocks; it would be a node in every gate.
      folded.replace(/([>}]?)\n\s+(?=([<$]?))/g, (_, before: string, after: string) => (before && after ? before : `${before}\n`));
    }
    return folded.hasChanged() ? { code: folded.toString(), map: folded.generateMap({ hires: true }) } : undefined;
  },
};

const terser = { ecma: 2020, module: true, compress: { passes: 3, unsafe_arrows: true, hoist_funs: true } } as const;
const common = { emptyOutDir: false, target: 'es2022', minify: 'terser', terserOptions: terser, modulePreload: false, reportCompressedSize: false } as const;
const minified = { minify: true, comments: { annotation: false } } as const;

/** Makes what the plugins before have written as short as all else. */
const shorten: Plugin = {
  name: 'jitsi-gate:shorten',
  async generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = (await minify(file.code, terser)).code ?? file.code;
    }
  },
};

/** Says again what the bundler takes away: frameworks that render on a server leave such a file to the browser. */
const forClients: Plugin = {
  name: 'jitsi-gate:for-clients',
  generateBundle(_options, { 'react.js': react }) {
    if (react?.type === 'chunk') react.code = `'use client';\n${react.code}`;
  },
};

/** Texts have nothing to look for in their source: their maps would be a fifth of the package. */
const noMapsOfTexts: Plugin = {
  name: 'jitsi-gate:no-maps-of-texts',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !file.facadeModuleId?.includes('/i18n/locales/')) continue;
      file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
      delete bundle[`${file.fileName}.map`];
    }
  },
};

/** Stands for the folder of the languages' files until it is known where the file lies that asks for them. */
const LANGUAGE_FILES = 'jitsi-gate:languages';

/** Has the command read languages from the files that applications fetch them from: the package need not hold them twice. */
const sharedLanguages: Plugin = {
  name: 'jitsi-gate:shared-languages',
  enforce: 'pre',
  resolveId(id, importer) {
    const isShared = importer?.startsWith(resolve('src/i18n')) && id.startsWith('./locales/') && id !== './locales/en.js';
    return isShared ? { id: id.replace('./locales', LANGUAGE_FILES), external: true } : undefined;
  },
  generateBundle(_options, bundle) {
    for (const [path, file] of Object.entries(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replaceAll(LANGUAGE_FILES, path.includes('/') ? '../modules' : './modules');
    }
  },
};

/** Says by what a command is run. */
const command: Plugin = {
  name: 'jitsi-gate:command',
  generateBundle(_options, { 'cli.js': cli }) {
    if (cli?.type === 'chunk') cli.code = `#!/usr/bin/env node\n${cli.code}`;
  },
};

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

/** What follows consent platforms stands alone, too, with a file for each of them: by names that no block list knows. */
const platform: UserConfig = {
  build: {
    ...common,
    outDir: 'dist/jitsi-gate',
    lib: { entry: { platform: 'src/moments/platform.ts' }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: '[name]-[hash].js', chunkFileNames: 'bridge-[hash].js', ...minified } },
  },
};

/**
 * The builds, each with one shape of output (run in this order by `npm run build`): `explanation`, `owner` and `platform`, which stand
 * alone; `chunks`, a file for each other moment (`src/moments/`); `entry`, the script tag's classic script, which only names
 * the first of them; `page`, that and the first look in one classic script; `single`, everything in one; `npm`, ES modules
 * with lit and zod left as imports; `desk`, the page for owners; `node`, the plugin for Vite and the command.
 */
const builds: Readonly<Record<string, UserConfig>> = {
  explanation: alone('explanation'),
  owner: alone('owner'),
  platform,
  chunks: {
    plugins: [handOver('first-look'), shorten, leave('explanation', 'owner', 'platform')],
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
  entry: { plugins: [escapeAll, firstLookInFolder, leave(...momentNames())], build: classic('jitsi-gate', 'src/moments/tag.ts') },
  page: { plugins: [escapeAll, takeFirstLook], build: classic('jitsi-gate.page', 'src/moments/page.ts') },
  // English is in the file; the other languages, and what only an owner needs, lie next to it.
  single: { plugins: [escapeAll, without('other-software', 'notice'), address('locales', 'explanation', 'owner', 'platform')], build: classic('jitsi-gate.single', 'src/moments/page.ts') },
  npm: {
    plugins: [forClients, noMapsOfTexts],
    build: {
      ...common,
      sourcemap: true,
      outDir: 'dist',
      lib: { entry: { index: 'src/index.ts', define: 'src/define.ts', react: 'src/react.ts' }, formats: ['es'] },
      rolldownOptions: {
        external: [/^lit/, /^zod/, 'react'],
        output: {
          entryFileNames: '[name].js',
          // Bundlers and versions of the package take care of caches.
          chunkFileNames: ({ exports }) => (exports.join() === 'platform' ? 'modules/bridge-[hash].js' : 'modules/[name].js'),
          ...minified,
          codeSplitting: { groups: momentGroups('index.ts', 'define.ts') },
        },
      },
    },
  },
  // The page for owners, whole in its folder. Its preview neither follows a platform nor explains what is wrong.
  desk: {
    publicDir: 'src/desk-page/static',
    plugins: [without('explanation', 'owner', 'platform', 'notice')],
    build: {
      ...common,
      outDir: 'dist/desk',
      copyPublicDir: true,
      lib: { entry: { desk: 'src/desk-page/main.ts' }, formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'files/[name]-[hash].js', ...minified } },
    },
  },
  // For Node, with the parser that both need.
  node: {
    plugins: [command, sharedLanguages],
    build: {
      ...common,
      outDir: 'dist',
      target: 'node20',
      lib: { entry: { vite: 'src/vite.ts', cli: 'src/cli/bin.ts' }, formats: ['es'] },
      rolldownOptions: { external: [/^node:/, 'vite'], output: { entryFileNames: '[name].js', chunkFileNames: 'node/[name].js', ...minified } },
    },
  },
};

export default defineConfig(({ mode }) => ({ configFile: false, publicDir: false, ...builds[mode], plugins: [foldTemplates, ...(builds[mode]?.plugins ?? [])] }));
