import { test } from 'playwright/test';
import { APPS, buildApp, buildServerApp, checkTypes, installApps, installPackage } from './apps.js';

// Runs once before all specs: frameworks are installed once for a lock file, and the package as it is packed now.
test.describe.configure({ mode: 'serial' });

test('the apps are built of their frameworks and the packed package', async () => {
  test.setTimeout(300_000);
  await installApps();
  await installPackage();
  for (const name of APPS) await buildApp(name);
  await buildServerApp('react-server');
});

for (const resolution of ['bundler', 'node16', 'node10'] as const) {
  test(`the types of the packed package hold where modules are found as by ${resolution}, in its own declarations, too`, async () => {
    test.setTimeout(60_000);
    await checkTypes(resolution);
  });
}
