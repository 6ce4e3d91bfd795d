import { bigbluebutton } from './bigbluebutton.js';
import { elementCall } from './element-call.js';
import { galene } from './galene.js';
import { other } from './other.js';
import type { Software } from './software.js';
import { visio } from './visio.js';
import { whereby } from './whereby.js';

/** Every software besides Jitsi, by the name that a configuration has for it. A new one is a file beside this and a line here. */
export const OTHERS = {
  bigbluebutton,
  'element-call': elementCall,
  galene,
  other,
  visio,
  whereby,
} satisfies Readonly<Record<string, Software>>;
