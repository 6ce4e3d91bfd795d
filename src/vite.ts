import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin, ResolvedConfig } from 'vite';
import { checkConfig } from './config/check.js';
import type { ConfigInput } from './config/schema.js';
import { type Settings, readSettings } from './config/settings.js';
import { GateError } from './lib/errors.js';
import { type Finding, findEmbeds } from './scan/find-embeds.js';

/** `jitsi-gate/vite`: looks at every page that Vite builds. A meeting that would load at once becomes a placeholder, or ends the build. */

/** What the plugin is told. */
export interface JitsiGateOptions {
  /** The gate's configuration, or the path of its JSON file from Vite's root. */
  readonly config: ConfigInput | string;
  /** What becomes of a frame that loads a declared operator's meeting at once: a `placeholder` (default), or an `error` that ends the build. */
  readonly embeds?: 'placeholder' | 'error';
  /** Whether pages with a placeholder get configuration and script, unless they have the script already; default true. */
  readonly script?: boolean;
}

/** The files that a page needs, as they lie in this package. */
const dist = dirname(fileURLToPath(import.meta.url));
const SCRIPT = 'jitsi-gate.page.js';
/** Where they go below the site's base. */
const FOLDER = 'jitsi-gate-files/';

function scriptFiles(): string[] {
  return [SCRIPT, ...readdirSync(join(dist, 'jitsi-gate')).map((file) => `jitsi-gate/${file}`)];
}

function readConfig({ config }: JitsiGateOptions, root: string): ConfigInput {
  const raw: unknown = typeof config === 'string' ? JSON.parse(readFileSync(resolve(root, config), 'utf8')) : config;
  const issues = checkConfig(raw);
  if (issues.length > 0) throw new GateError('config', issues);
  return raw as ConfigInput;
}

/** The page with each live frame made a placeholder. @throws Error that names every place which cannot be mended, by file, line and column */
function mend(html: string, file: string, { settings, embeds = 'placeholder' }: { settings: Settings; embeds: JitsiGateOptions['embeds'] }): string {
  const found = findEmbeds(html, settings);
  const reasonOf = (finding: Finding): string | undefined => {
    if (finding.kind === 'problem') return finding.reason;
    return finding.kind === 'frame' && embeds === 'error' ? 'this frame loads a meeting before any choice; write data-jitsi-src instead of src' : undefined;
  };
  const lines = found.flatMap((finding) => {
    const reason = reasonOf(finding);
    return reason === undefined ? [] : [`${file}:${finding.line}:${finding.column}: ${reason}`];
  });
  if (lines.length > 0) throw new Error(`jitsi-gate\n${lines.join('\n')}`);
  const frames = found.filter(({ kind }) => kind === 'frame');
  return frames.toReversed().reduce((text, { start }) => `${text.slice(0, start)}data-jitsi-${text.slice(start)}`, html);
}

/** Configuration and script for a page's head. */
function tagsFor(config: ConfigInput, base: string): HtmlTagDescriptor[] {
  const hashes = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Readonly<Record<string, string>>;
  return [
    { tag: 'script', attrs: { type: 'application/json', id: 'jitsi-gate-config' }, children: JSON.stringify(config).replaceAll('<', '\\u003c'), injectTo: 'head' },
    { tag: 'script', attrs: { defer: true, src: base + FOLDER + SCRIPT, integrity: hashes[SCRIPT] ?? '' }, injectTo: 'head' },
  ];
}

/** How a page reaches the site's base, which may be relative. */
function baseFor(base: string, path: string): string {
  return base === '' || base === './' ? '../'.repeat(path.split('/').length - 2) || './' : base;
}

/** What both parts of the plugin know of a build. */
interface Build {
  readonly options: JitsiGateOptions;
  vite?: ResolvedConfig;
  config?: ConfigInput;
  settings?: Settings;
  /** Whether a page has got the script. */
  isUsed?: boolean;
}

/** Reads the configuration, and mends what loads at once, before Vite looks at a page. */
function mendPages(build: Build): Plugin {
  return {
    name: 'jitsi-gate:embeds',
    configResolved(vite) {
      const config = readConfig(build.options, vite.root);
      Object.assign(build, { vite, config, settings: readSettings(config) });
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const { vite, settings, options: { embeds } } = build;
        return vite && settings ? mend(html, relative(vite.root, filename), { settings, embeds }) : html;
      },
    },
  };
}

/** Gives pages that have a gate its script, and puts the files there. */
function addScript(build: Build): Plugin {
  return {
    name: 'jitsi-gate:script',
    enforce: 'post',
    configureServer({ middlewares, config: { base } }) {
      middlewares.use(`${base}${FOLDER}`, (request, response, next) => {
        const file = scriptFiles().find((each) => request.url?.split('?')[0] === `/${each}`);
        if (file) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(readFileSync(join(dist, file)));
        else next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { path }) {
        const { vite, config, settings, options: { script = true } } = build;
        if (!vite || !config || !settings || !script) return undefined;
        const kinds = findEmbeds(html, settings).map(({ kind }) => kind);
        if (!kinds.includes('gate') || kinds.includes('script')) return undefined;
        build.isUsed = true;
        return tagsFor(config, baseFor(vite.base, path));
      },
    },
    generateBundle() {
      if (!build.isUsed) return;
      for (const file of scriptFiles()) this.emitFile({ type: 'asset', fileName: FOLDER + file, source: readFileSync(join(dist, file)) });
    },
  };
}

/**
 * The plugin for `vite.config.js`: `plugins: [jitsiGate({ config: 'jitsi-gate.config.json' })]`.
 * @throws GateError where the configuration is wrong, with every wrong path at once
 */
export function jitsiGate(options: JitsiGateOptions): Plugin[] {
  const build: Build = { options };
  return [mendPages(build), addScript(build)];
}
