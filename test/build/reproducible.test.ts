import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCopy, copyRepository } from '../support/repo-copy.js';

/** Milliseconds for three builds, side by side; some twenty times what they need where nothing else runs. */
const LIMIT = 300_000;

/** Where the repository may lie: paths are long or short, hold words of its own paths, and signs that addresses write otherwise. */
const PLACES = ['a', 'src/moments/src/gate', 'Vorlagen für Ärzte'];

/** The scripts of a build, each with the hash of its bytes. */
function scriptsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(files.toSorted().map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}

describe('the build', () => {
  let top = '';
  let built: Record<string, string>[] = [];

  beforeAll(async () => {
    top = mkdtempSync(join(tmpdir(), 'jitsi-gate-build-'));
    built = await Promise.all(PLACES.map(async (place) => {
      const folder = join(top, place);
      mkdirSync(folder, { recursive: true });
      copyRepository(folder);
      expect(await buildCopy(folder)).toBeGreaterThan(4);
      return scriptsIn(join(folder, 'dist'));
    }));
  }, LIMIT);

  afterAll(() => rmSync(top, { recursive: true, force: true }));

  it('makes the scripts of all ways in', () => {
    const names = Object.keys(built[0] ?? {});
    expect(names).toEqual(expect.arrayContaining(['define.js', 'index.js', 'jitsi-gate.js', 'jitsi-gate.page.js', 'jitsi-gate.single.js']));
    expect(names.length).toBeGreaterThan(60);
  });

  it.each(PLACES.slice(1).map((place, index) => [place, index + 1] as const))('makes the same files, byte by byte, in a folder named %s', (_, index) => {
    expect(built[index]).toEqual(built[0]);
  });
});
