/**
 * Stands for the list of what is stored (`jitsi-stored.ts`) in the terms of a decision, so that a change of the list asks
 * again and nobody has to fetch it before: its digest, which a test compares.
 */
export const STORED_VERSION = '1oihiib1aigdlp';
