import { warnOnce } from '../../lib/warn-once.js';
import { PRIVACY_PRESET } from './privacy-preset.js';

type Config = Readonly<Record<string, unknown>>;

/** Whose wishes go into the settings of one meeting. */
export interface MeetingWishes {
  /** What the placeholder's address asks for; never wins over the preset. */
  readonly overrides: Config;
  /** The name shown inside the meeting; empty for none. */
  readonly subject: string;
  /** The owner's `jitsi.configOverwrite`; wins over everything. */
  readonly own: Config | undefined;
}

const isObject = (value: unknown): value is Config => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Lays `over` on `under`, one key at a time, also within one level of nested settings. */
export function mergeConfig(under: Config, over: Config): Config {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isObject(below) && isObject(value) ? { ...below, ...value } : value;
  }
  return merged;
}

/** A preset's key and a value for it as Jitsi's settings lie: `p2p.enabled` is `enabled` in the group `p2p`. */
function nest(key: string, value: unknown): Config {
  const [group = key, inner] = key.split('.');
  return { [group]: inner ? { [inner]: value } : value };
}

function valueAt(config: Config, key: string): unknown {
  const [group = key, inner] = key.split('.');
  const value = config[group];
  if (!inner) return value;
  return isObject(value) ? value[inner] : undefined;
}

const preset = PRIVACY_PRESET.reduce<Config>((config, { key, value }) => mergeConfig(config, nest(key, value)), {});

/**
 * Jitsi reads a key with a dot like a group with that name in it. What the preset has is brought into one of the two
 * shapes, because an address with both leaves it to chance which one counts.
 */
function foldKeys(own: Config): Config {
  const isPreset = (name: string): boolean => PRIVACY_PRESET.some(({ key }) => key === name);
  return Object.entries(own).reduce<Config>(
    (config, [key, value]) => mergeConfig(config, isPreset(key) ? nest(key, value) : { [key]: value }),
    {},
  );
}

/**
 * The `configOverwrite` of one meeting: what the placeholder asks for, over it the privacy preset, over it the owner's own
 * settings, key by key. Names to the owner, once a page view, each key where their own value is not the preset's; says no
 * value but the preset's.
 */
export function meetingConfig({ overrides, subject, own = {} }: MeetingWishes): Readonly<Record<string, unknown>> {
  const asked = { ...overrides, ...(subject && { subject }) };
  const config = mergeConfig(mergeConfig(asked, preset), foldKeys(own));
  for (const { key, value, reason } of PRIVACY_PRESET) {
    if (valueAt(config, key) === value) continue;
    warnOnce('privacy', `jitsi.configOverwrite changes ${key}, which the privacy preset sets to ${value}: ${reason}`);
  }
  return config;
}
