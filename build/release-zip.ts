import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { VERSION } from '../src/lib/version.js';

/**
 * `npm run zip [folder]`: `jitsi-gate-<version>.zip`, for sites that do not use npm: the script files, their hashes, the desk, and the documentation.
 * The same files make the same bytes.
 */
const [, , folder = '.'] = process.argv;

/** The earliest date that a zip can hold, so that no clock goes into it. */
const mtime = new Date(1980, 0, 1);

const below = (path: string): string[] => readdirSync(path, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

const scripts = ['dist/jitsi-gate.js', 'dist/jitsi-gate.page.js', 'dist/jitsi-gate.single.js', ...below('dist/jitsi-gate')];
const beside = ['dist/config.schema.json', 'dist/receipt.schema.json', 'dist/sbom.cdx.json', 'dist/third-party-notices.txt', 'README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md', ...below('docs'), ...below('dist/desk')];

const nameOf = (path: string): string => path.replace(/^dist\//, '');
const isScript = new Set([...scripts, ...beside].filter((path) => path.endsWith('.js')).map(nameOf));
const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
const kept = Object.fromEntries(Object.entries(hashes).filter(([name]) => isScript.has(name)));

const files: Record<string, Uint8Array> = { 'integrity.json': Buffer.from(`${JSON.stringify(kept, null, 2)}\n`) };
for (const path of [...scripts, ...beside]) files[nameOf(path)] = readFileSync(path);

const top = `jitsi-gate-${VERSION}`;
const zippable: Zippable = {};
for (const name of Object.keys(files).toSorted()) zippable[`${top}/${name}`] = [files[name] as Uint8Array, { mtime, level: 9 }];
const target = join(folder, `${top}.zip`);
writeFileSync(target, zipSync(zippable));
process.stdout.write(`${target}\n`);
