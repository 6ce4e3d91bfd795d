import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `cli`: for Node only, run when the package is built. Writes into the built folder what its users check it by:
 * `integrity.json`, the hash of each script as an `integrity` attribute wants it (Subresource Integrity), and
 * `sbom.cdx.json`, what is needed at run time (CycloneDX), from the lock file.
 */
const [, , dist = 'dist'] = process.argv;

function write(name: string, content: unknown): void {
  writeFileSync(join(dist, name), `${JSON.stringify(content, null, 2)}\n`);
}

/** Every script below the built folder with its hash, by its path from there. */
function hashes(): Record<string, string> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js')).toSorted();
  return Object.fromEntries(files.map((file) => {
    const hash = createHash('sha384').update(readFileSync(join(dist, file))).digest('base64');
    return [file.replaceAll('\\', '/'), `sha384-${hash}`];
  }));
}

/** npm's own list of the packages of the lock file that are no development tools. */
function bill(): object {
  const { npm_execpath: npm = '', npm_package_name: name } = process.env;
  const args = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'];
  const { status, stdout } = spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error('npm made no list of packages; run this by `npm run build`');
  const made = JSON.parse(stdout) as { metadata: { component: object } };
  // npm calls a package by its folder.
  made.metadata.component = { ...made.metadata.component, name };
  return made;
}

/** Packages that are built into the files for Node, and so are development tools of this one. */
const BUNDLED = ['acorn', 'entities', 'jsonc-parser', 'parse5'];

/** The licences of what is in the built files: what is built in, and every package of the lock file that is no development tool. */
function notices(): string {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { dev?: boolean; peer?: boolean; version?: string; license?: string }> };
  const parts = Object.entries(packages).filter(([path, { dev, peer }]) => path && ((!dev && !peer && !path.startsWith('node_modules/@types/')) || BUNDLED.includes(path.replace(/^node_modules\//, '')))).map(([path, { version = '', license = '' }]) => {
    const licence = readdirSync(path).find((file) => /^licen[cs]e/i.test(file));
    const text = licence ? readFileSync(join(path, licence), 'utf8').trim() : `Licence: ${license}`;
    return `${path.replace(/^.*node_modules\//, '')} ${version}\n\n${text}\n`;
  });
  return `jitsi-gate's files hold code of these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

// Declarations that only add to those of a framework have no code.
cpSync('src/frameworks', join(dist, 'frameworks'), { recursive: true });
const react = join(dist, 'react.d.ts');
writeFileSync(react, `/// <reference path="./frameworks/react.d.ts" />\n${readFileSync(react, 'utf8')}`);
writeFileSync(join(dist, 'third-party-notices.txt'), notices());
write('integrity.json', hashes());
write('sbom.cdx.json', bill());
