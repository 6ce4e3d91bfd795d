import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../e2e/support/cache.js';
import { SDK_PACKAGE, withSdkSource } from '../../e2e/support/sdk-source.js';

const run = promisify(execFile);

const TARBALL = `${SDK_PACKAGE.replace(/^@jitsi\//, '').replace('@', '-')}.tgz`;
const WHITELIST = 'package/react/features/base/config/configWhitelist.ts';

/**
 * The settings that the genuine Jitsi Meet lets an embedding page override, like `p2p` or `analytics.disabled`, from the
 * pinned and cached package that the e2e tests use. A listed parent stands for all that is below it.
 */
export async function readConfigWhitelist(): Promise<string[]> {
  // The source helper fetches and verifies the package; the whitelist is not among what it unpacks.
  return withSdkSource(async () => {
    const { stdout } = await run('tar', ['-xzOf', join(cacheFolder, TARBALL), WHITELIST]);
    return [...stdout.matchAll(/^ {4}'([\w.]+)',?$/gm)].flatMap(([, key]) => key ?? []);
  });
}
