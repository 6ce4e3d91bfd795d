import { expect, it } from 'vitest';
import { VERSION } from '../../src/lib/version.js';
import { readRepoFile } from '../support/repo-files.js';

it('the version of the texts is that of the package', () => {
  expect(VERSION).toBe((JSON.parse(readRepoFile('package.json')) as { version: string }).version);
});
