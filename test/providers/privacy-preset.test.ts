import { beforeAll, describe, expect, it } from 'vitest';
import { meetingConfig } from '../../src/providers/jitsi/meeting-config.js';
import { PRIVACY_PRESET } from '../../src/providers/jitsi/privacy-preset.js';
import { type Whitelists, readWhitelists } from '../support/sdk-whitelist.js';

/** What a meeting is started with where nobody asks for anything. */
const started = meetingConfig({ overrides: {}, subject: '', own: undefined });

describe('the privacy preset', () => {
  it('contains the least that keeps a meeting from telling others', () => {
    // Nothing of this may be missing, whatever is added (docs/law.md R48).
    expect(started).toMatchObject({
      disableThirdPartyRequests: true,
      analytics: { disabled: true, rtcstatsEnabled: false },
      gravatar: { disabled: true },
      p2p: { enabled: false },
      doNotStoreRoom: true,
      pip: { disabled: true },
    });
  });

  it('shows the visitor first, muted and unseen, and tells of recording', () => {
    expect(started).toMatchObject({
      disableDeepLinking: true,
      deeplinking: { disabled: true },
      prejoinConfig: { enabled: true },
      startWithAudioMuted: true,
      startWithVideoMuted: true,
      recordings: { showPrejoinWarning: true, suggestRecording: false },
      localRecording: { disable: true },
    });
  });

  it('takes a yes to the meeting for no yes to transcripts or to the analysis of faces', () => {
    expect(started).toMatchObject({
      transcription: { enabled: false, autoTranscribeOnRecord: false },
      faceLandmarks: { enableFaceCentering: false, enableFaceExpressionsDetection: false },
    });
  });

  it('names each key once', () => {
    const keys = PRIVACY_PRESET.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('nests no deeper than one level, which is how deep settings are laid over each other', () => {
    expect(PRIVACY_PRESET.filter(({ key }) => !/^\w+(\.\w+)?$/.test(key))).toEqual([]);
  });

  it.each(PRIVACY_PRESET.map(({ key, reason }) => [key, reason]))('says of %s why: %s', (...[, reason]) => {
    expect(reason).toMatch(/^[^`|\n]{10,100}[^.]$/);
  });

  it('can be written into an address', () => {
    expect(JSON.parse(JSON.stringify(started))).toEqual(started);
  });
});

describe('the genuine Jitsi Meet', () => {
  let lists: Whitelists = { config: [], interfaceConfig: [], pick: () => ({}) };

  beforeAll(async () => {
    lists = await readWhitelists();
  }, 120_000);

  it('is read as it is: its list has what is known to be in it, and lacks what is known to be not', () => {
    expect(lists.config).toHaveLength(214);
    expect(lists.config).toEqual(expect.arrayContaining(['analytics.disabled', 'p2p.enabled', 'disableThirdPartyRequests', 'liveStreaming']));
    expect(lists.config).not.toContain('recordings.requireConsent');
    expect(lists.config).not.toContain('gravatar.baseUrl');
  });

  it.each(PRIVACY_PRESET.map(({ key }) => key))('lets an embedding page set %s', (key) => {
    expect(lists.pick(started, lists.config)).toHaveProperty(key);
  });

  it('drops nothing of what a meeting is started with', () => {
    expect(lists.pick(started, lists.config)).toEqual(started);
  });

  it('drops without a word what docs/meetings.md says it drops', () => {
    const asked = { recordings: { requireConsent: true }, gravatar: { baseUrl: 'x' }, p2p: { stunServers: [] }, disableIframeAPI: false };
    expect(lists.pick(asked, lists.config)).toEqual({});
    expect(lists.pick({ SHOW_JITSI_WATERMARK: false, APP_NAME: 'x' }, lists.interfaceConfig)).toEqual({});
    expect(lists.pick({ TOOLBAR_BUTTONS: [] }, lists.interfaceConfig)).toEqual({ TOOLBAR_BUTTONS: [] });
  });
});
