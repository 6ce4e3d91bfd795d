import { expect, test } from './support/fixtures.js';
import { gateLines, listenToConsole, OPERATOR } from './support/gate.js';
import { serveRaw, TAG } from './support/raw-page.js';

const scripts = `<script defer src="/assets/jitsi-gate.js" ${TAG}></script>`;

const PAST: readonly (readonly [title: string, body: string])[] = [
  ['a frame', `<iframe title="Meeting" src="${OPERATOR}/consulting-hour"></iframe>`],
  ['a frame without a scheme', `<iframe title="Meeting" src="//${OPERATOR.slice(8)}/consulting-hour"></iframe>`],
  ['its script', `<script src="${OPERATOR}/external_api.js"></script>`],
];

for (const [title, body] of PAST) {
  test(`a page whose only embed is ${title} of the declared operator is told to the owner`, async ({ page, context }) => {
    const lines = listenToConsole(page);
    await page.goto(await serveRaw(context, { scripts, body }));
    await expect.poll(() => gateLines(lines).join('\n')).toMatch(/\[jitsi-gate\] leak: .*meet\.example\.eu/);
  });
}

test('one that comes later is told as well', async ({ page, context }) => {
  const lines = listenToConsole(page);
  await page.goto(await serveRaw(context, { scripts, body: '' }));
  await page.waitForLoadState('networkidle');
  expect(gateLines(lines)).toEqual([]);
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src })), `${OPERATOR}/consulting-hour`);
  await expect.poll(() => gateLines(lines).join('\n')).toContain('meet.example.eu');
});

test('a link to the operator, or a frame of another host, is nothing to look after', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await page.goto(await serveRaw(context, { scripts, body: `<a href="${OPERATOR}/room">Join</a><iframe title="Map" src="https://maps.example.org/?of=meet.example.eu"></iframe>` }));
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('/assets/'))).toEqual(['/assets/jitsi-gate.js']);
});
