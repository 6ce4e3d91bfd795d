import { expect, test } from 'playwright/test';
import { buildExternalApi } from './external-api.js';

// Runs once before all specs: the first build downloads the source, which must not count against a spec's own time.
test('the genuine external_api.js is built from its pinned source', async () => {
  test.setTimeout(180_000);
  expect(await buildExternalApi()).toContain('jitsi_meet_external_api_id');
});
