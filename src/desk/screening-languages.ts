import { deScreening } from './screening-de.js';
import { enScreening } from './screening-en.js';
import { frScreening } from './screening-fr.js';

/** The languages that the screening is written in. */
export const SCREENINGS = { en: enScreening, de: deScreening, fr: frScreening } as const;

export type DeskLanguage = keyof typeof SCREENINGS;
