import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

write('integrity.json', hashes());
write('sbom.cdx.json', bill());
