import type { Page } from 'playwright/test';
import { PRIVACY_PRESET } from '../src/providers/jitsi/privacy-preset.js';
import { readWhitelists } from '../test/support/sdk-whitelist.js';
import { expect, meetingFrame, test } from './support/fixtures.js';
import { acceptUntilLive, gateLines, listenToConsole, openAsking } from './support/gate.js';

/** What the genuine script has written into the hash of the meeting's address: `config.p2p={"enabled":false}` and so on. */
async function settingsOf(page: Page): Promise<Record<string, unknown>> {
  await acceptUntilLive(page);
  const params = new URLSearchParams(new URL((await meetingFrame(page)).url()).hash.slice(1));
  const settings = [...params].filter(([name]) => name.startsWith('config.'));
  return Object.fromEntries(settings.map(([name, value]) => [name.slice('config.'.length), JSON.parse(value) as unknown]));
}

/** The same as one line for each setting, in the preset's own words. */
function listed(settings: Readonly<Record<string, unknown>>): string[] {
  const lines = Object.entries(settings).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? Object.entries(value).map(([inner, inside]) => `${key}.${inner}: ${inside}`) : `${key}: ${value}`);
  return lines.toSorted();
}

/** What the gate has said about privacy settings. */
const privacyLines = (lines: readonly string[]): string[] => gateLines(lines).filter((line) => line.includes(' privacy: '));

const preset = PRIVACY_PRESET.map(({ key, value }) => `${key}: ${value}`);

test.describe('the address of a meeting', () => {
  test('carries exactly the privacy preset where nobody asks for anything', async ({ page }) => {
    const lines = listenToConsole(page);
    await openAsking(page, '/defer.html');
    expect(listed(await settingsOf(page))).toEqual(preset.toSorted());
    expect(privacyLines(lines)).toEqual([]);
  });

  test('carries nothing that the genuine Jitsi Meet would drop', async ({ page }) => {
    await openAsking(page, '/defer.html');
    const settings = await settingsOf(page);
    const { config, pick } = await readWhitelists();
    expect(pick(settings, config)).toEqual(settings);
  });

  test('has the owner’s settings in place of the preset’s, the rest as it is, and nothing from markup over either', async ({ page }) => {
    await openAsking(page, '/own-settings.html');
    const kept = preset.filter((line) => !/^(transcription|p2p)\.enabled:/.test(line));
    const expected = [...kept, 'transcription.enabled: true', 'p2p.enabled: true', 'subject: Case 4711', 'disableChat: true'];
    expect(listed(await settingsOf(page))).toEqual(expected.toSorted());
  });
});

test('the owner is told of each of their settings that weakens the preset, not of its value nor of the subject', async ({ page }) => {
  const lines = listenToConsole(page);
  await openAsking(page, '/own-settings.html');
  await acceptUntilLive(page);
  const told = privacyLines(lines);
  expect(told.map((line) => /privacy: jitsi\.configOverwrite changes (\S+), .* sets to (\w+): ./.exec(line)?.slice(1))).toEqual([
    ['p2p.enabled', 'false'],
    ['transcription.enabled', 'false'],
  ]);
  expect(told.join()).not.toContain('4711');
});
