import { ofDocument } from './of-document.js';

/** The language of the page. */
export const pageLang = (): string => ofDocument('documentElement').lang || 'en';
