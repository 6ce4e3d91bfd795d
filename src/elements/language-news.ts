import { createListeners } from '../lib/listeners.js';

/** Tells everything that is drawn that the language around it may be another one. */
export const languageNews = createListeners<void>();
