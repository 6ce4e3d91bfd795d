import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repoRoot } from '../support/repo-files.js';
import { runTool } from '../support/run-command.js';

const folder = join(repoRoot, `.cache/types-${process.pid}`);

beforeAll(async () => {
  expect(await runTool('tsc', ['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')])).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CONSUMER = `
document.addEventListener('jitsi-gate-decision', ({ detail }) => detail.decision === 'granted');
document.createElement('jitsi-gate').jwt = 'a.b.c';
document.createElement('jitsi-gate-settings').remove();
// @ts-expect-error -- this compiles only where the events have types
window.addEventListener('jitsi-gate-decision', ({ detail }) => detail.room);
`;

it.each(['jitsi-gate', 'jitsi-gate/define'])('importing %s alone brings the types of elements and events', async (name) => {
  const site = join(folder, name.replace('/', '-'));
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'site.ts'), `import '${name}';\n${CONSUMER}`);
  const paths = { 'jitsi-gate': ['../dist/index.d.ts'], 'jitsi-gate/define': ['../dist/define.d.ts'] };
  const compilerOptions = {
    target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'], types: [], strict: true, noEmit: true, paths,
  };
  writeFileSync(join(site, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['site.ts'] }));
  expect(await runTool('tsc', ['-p', site])).toBe(0);
});
