import type { MeetingApi } from '../../lib/events.js';

/** The constructor that `external_api.js` brings (docs/jitsi.md §1.3). */
export type JitsiApiConstructor = new (domain: string, options: Readonly<Record<string, unknown>>) => MeetingApi;
