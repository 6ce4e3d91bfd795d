/**
 * The configuration or a placeholder is wrong: says everything that is wrong with it.
 * A file that stands alone: what it shares with others it has a copy of, so that visitors never wait for it.
 */
export { explainConfig } from '../config/explain.js';
export { inScriptWords } from '../config/script-words.js';
export { explainPlaceholder } from '../page/owner/explain-placeholder.js';
