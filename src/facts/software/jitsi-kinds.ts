/** Kinds of servers that run Jitsi Meet: one's own, the public one of Jitsi's makers, and their paid one (docs/jitsi.md §1.1). */
export const KINDS = ['self-hosted', 'meet.jit.si', 'jaas'] as const;

/** The name under which visitors know the software (https://jitsi.org). */
export const SOFTWARE = 'Jitsi';

export type JitsiKind = (typeof KINDS)[number];

/** Kinds whose script and rooms lie below the customer's AppID (docs/jitsi.md §1.1). */
export const KINDS_WITH_APP_ID: readonly JitsiKind[] = ['jaas'];

/**
 * The text that tells what a kind of server stores on the visitor's device. JaaS also counts users by it, for billing
 * (docs/jitsi.md §4.2). What a configuration names that is no kind has no text of its own.
 */
export const storedText = (kind: string): 'storedIs' | 'storedIsJaas' => (kind === 'jaas' ? 'storedIsJaas' : 'storedIs');
