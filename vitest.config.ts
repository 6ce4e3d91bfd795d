import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './test/support/chromium-flags.js';
import { meetingServer } from './test/support/meeting-server-plugin.js';

// Set by test/run.ts to the browser it found; without it Playwright looks for its own download.
const executablePath = process.env['PLAYWRIGHT_CHROMIUM'];

/** Two projects: `unit` is pure code in Node, `browser` is elements, storage, tabs and pages in a real Chromium. */
export default defineConfig({
  test: {
    retry: 0,
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/support/property-seed.ts'],
          environment: 'node',
          // The property tests need seconds where nothing else runs, and many where something does.
          testTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts'],
        },
      },
      {
        plugins: [meetingServer()],
        test: {
          name: 'browser',
          setupFiles: ['test/support/resource-timing.ts'],
          include: ['test/**/*.browser.test.ts'],
          // Most of the time these tests wait, as visitors do: for a meeting, or until a button has stood still.
          maxWorkers: 4,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1' },
            provider: playwright({
              launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
