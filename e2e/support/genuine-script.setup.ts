import { expect, test } from 'playwright/test';
import { buildExternalApi } from './external-api.js';
import { OLDER_SDK, SDK } from './sdk-source.js';

// Runs once before all specs: the first build downloads the source, which must not count against a spec's own time.
for (const release of [SDK, OLDER_SDK]) {
  test(`the genuine external_api.js is built from its pinned source ${release.package}`, async () => {
    test.setTimeout(180_000);
    expect(await buildExternalApi(release)).toContain('jitsi_meet_external_api_id');
  });
}
