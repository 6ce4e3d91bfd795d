import { test } from 'playwright/test';
import { buildApp, buildOwnApp, buildServerApp, checkTypes, installApp, installPackage, OWN_APPS, VITE_APPS } from './apps.js';

// Runs once before all specs: frameworks are installed once for a lock file, and the package as it is packed now.
test.describe.configure({ mode: 'serial' });

test('the apps have the packages that are locked, and the gate as it is packed now', async () => {
  test.setTimeout(600_000);
  await installApp();
  for (const name of OWN_APPS) await installApp(name);
  await installPackage();
});

for (const name of VITE_APPS) test(`the app is built with ${name}`, async () => buildApp(name));

test('a page is built with two copies of the package', async () => buildApp('copies'));

test('the page that a server renders with React is built', async () => buildServerApp('react-server'));

for (const name of OWN_APPS) {
  test(`the app is built by ${name}’s own command`, async () => {
    test.setTimeout(120_000);
    await buildOwnApp(name);
  });
}

for (const resolution of ['bundler', 'node16', 'node10'] as const) {
  test(`the types of the packed package hold where modules are found as by ${resolution}, in its own declarations, too`, async () => {
    test.setTimeout(60_000);
    await checkTypes(resolution);
  });
}
