import { FRAMES } from './addresses.js';
import { ATTRIBUTES } from './attributes.js';
import type { HostilePlaceholder } from './placeholder.js';
import { ROOMS } from './rooms.js';

/** Every hostile placeholder, with what must follow from it. */
export const CORPUS: readonly HostilePlaceholder[] = [...ROOMS, ...ATTRIBUTES, ...FRAMES];
