import { defineConfig } from 'playwright/test';
import { NOTHING_RESOLVES } from './e2e/support/network-log.js';

// A headless shell is the same engine without a browser around it, at a third of the cost, so that two processors have time
// for a third worker. What needs the browser around it says so with `profile: 'regular'`; see e2e/support/fixtures.ts.
const shell = process.env['PLAYWRIGHT_HEADLESS_SHELL'];
const executablePath = shell ?? process.env['PLAYWRIGHT_CHROMIUM'];

// Playwright reads a default export; it is the one exception to named exports.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: shell === undefined ? 2 : 3,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        NOTHING_RESOLVES,
      ],
    },
  },
  projects: [
    { name: 'setup', testMatch: 'support/*.setup.ts' },
    { name: 'chromium', use: { browserName: 'chromium' }, dependencies: ['setup'] },
  ],
});
