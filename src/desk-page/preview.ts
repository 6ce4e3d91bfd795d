import type { ConfigInput } from '../config/schema.js';
import { configure } from '../moments/npm.js';

/** How long an owner types before the preview follows, in milliseconds. */
const PAUSE = 200;

let timer: ReturnType<typeof setTimeout> | undefined;
let shown = '';

/**
 * Has the gate of the preview follow a configuration. It is the real one, but keeps nothing, follows no platform and hands nothing on; that
 * nothing of a meeting is loaded either is up to whoever hears `jitsi-gate-before-load`, and to the page's policy.
 */
export function followPreview(config: ConfigInput): void {
  const next = JSON.stringify(config);
  if (next === shown) return;
  shown = next;
  clearTimeout(timer);
  timer = setTimeout(() => void configure({ ...config, storage: 'memory', cmp: 'none', diagnostics: 'never' }), PAUSE);
}
