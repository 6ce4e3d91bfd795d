/**
 * The owner looks at the page: says what will not work in it, and what goes past the gate.
 * A file that stands alone: what it shares with others it has a copy of, so that visitors never wait for it.
 */
export { diagnose } from '../page/owner/diagnostics.js';
