import { expect, it } from 'vitest';
import { readRepoFile } from '../support/repo-files.js';

const workflow = readRepoFile('.github/workflows/release.yml');

it('a release runs every check before it publishes, and publishes with provenance and the zip', () => {
  const { scripts } = JSON.parse(readRepoFile('package.json')) as { scripts: Record<string, string> };
  const steps = [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, run = '']) => run);
  const place = (start: string): number => steps.findIndex((step) => step.startsWith(start));
  const order = [place('npm ci'), place('npm test'), place('npm run zip'), place('npm publish --provenance'), place('gh release create')];
  expect(order.every((index) => index >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  for (const [, name = ''] of workflow.matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty(name);
  expect(workflow).toMatch(/^ {6}id-token: write$/m);
});
