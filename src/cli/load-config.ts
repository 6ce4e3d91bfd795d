import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkConfig } from '../config/check.js';
import { embedIssues } from '../config/embed-issues.js';
import { readEmbedUrl } from '../config/embed-url.js';
import type { EmbedInput } from '../config/embed.js';
import type { ConfigInput } from '../config/schema.js';
import { mergeScriptAttributes } from '../config/script-attributes.js';
import type { Settings } from '../config/settings.js';
import { addServices } from '../facts/software/services.js';
import { describeIssue } from '../lib/errors.js';
import { findEmbeds } from '../scan/find-embeds.js';
import { type PageMarkup, type Placeholder, readPage } from '../scan/read-page.js';
import { WrongUse } from './command.js';
import { parseJson, readJson, readText } from './read-input.js';

/** A configuration that was read, and the page that it stands in. */
export interface Loaded {
  readonly config: unknown;
  readonly page?: { readonly html: string; readonly markup: PageMarkup };
}

/** The file that `data-config` names: an address on the site, looked for beside the page and in the folders above. */
function configFile(pagePath: string, address: string): unknown {
  const [path = ''] = address.split(/[?#]/);
  for (let folder = dirname(resolve(pagePath)); ; folder = dirname(folder)) {
    const found = join(folder, path);
    if (existsSync(found)) return readJson(found);
    if (folder === dirname(folder)) throw new WrongUse(`${pagePath}: data-config names ${address}, which lies in no folder around the page`);
  }
}

/** Reads a configuration: a file of JSON, or a page with the gate's script tag. @throws WrongUse */
export function loadConfig(path: string): Loaded {
  addServices();
  if (!/\.x?html?$/i.test(path)) return { config: readJson(path) };
  const html = readText(path);
  const markup = readPage(html);
  const { dataset, blocks } = markup;
  if (!dataset && blocks.length === 0) throw new WrongUse(`${path}: neither the gate's script tag nor the JSON block #jitsi-gate-config is in this page`);
  if (blocks.length > 1) throw new WrongUse(`${path}: two JSON blocks #jitsi-gate-config; nobody can tell which counts`);
  const file = dataset?.['config'] === undefined ? undefined : configFile(path, dataset['config']);
  const block = blocks[0] === undefined ? {} : parseJson(blocks[0], `${path}#jitsi-gate-config`);
  return { config: mergeScriptAttributes(block, dataset ?? {}, Object(file) as object), page: { html, markup } };
}

/** A configuration that may be used. @throws WrongUse with everything that is wrong */
export function usableConfig(path: string, { config }: Loaded): ConfigInput {
  const issues = checkConfig(config);
  if (issues.length > 0) throw new WrongUse(`${path}: this configuration cannot be used\n${issues.map((issue) => `  ${describeIssue(issue)}`).join('\n')}`);
  return config as ConfigInput;
}

/** Something in a page that keeps a placeholder from being shown, or goes past the gate. */
export interface PageProblem {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

function placeholderProblems({ said, odd, src, prefix, line, column }: Placeholder, settings: Settings): PageProblem[] {
  const fromUrl = src === undefined ? {} : readEmbedUrl(src, settings);
  const issues = Array.isArray(fromUrl) ? fromUrl : embedIssues({ ...said, ...fromUrl as object } as unknown as EmbedInput, settings);
  const names = odd.map((name) => ({ path: name, expected: 'a known attribute', found: 'another one' }));
  return [...issues, ...names].map((issue) => ({ line, column, problem: describeIssue({ ...issue, path: prefix + issue.path }) }));
}

/** Everything in a page that is wrong for the gate, in the order of the file. */
export function pageProblems({ html, markup }: NonNullable<Loaded['page']>, settings: Settings): PageProblem[] {
  const past = findEmbeds(html, settings).flatMap((found): PageProblem[] => {
    if (found.kind === 'problem') return [{ line: found.line, column: found.column, problem: found.reason }];
    return found.kind === 'frame' ? [{ line: found.line, column: found.column, problem: 'this frame loads a meeting before any choice; write data-jitsi-src in the place of src' }] : [];
  });
  return [...past, ...markup.placeholders.flatMap((placeholder) => placeholderProblems(placeholder, settings))].toSorted((one, other) => one.line - other.line || one.column - other.column);
}
