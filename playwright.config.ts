import { defineConfig } from 'playwright/test';
import { NOTHING_RESOLVES } from './e2e/support/network-log.js';

const executablePath = process.env['PLAYWRIGHT_CHROMIUM'];

// Playwright reads a default export; it is the one exception to named exports.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
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
