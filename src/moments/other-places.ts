/** The page has a placeholder that cannot show a gate in place of its content: an iframe, or an element that may have no shadow root. */
import { besideContent } from '../page/placeholders/beside-content.js';
import { replaceFrame } from '../page/placeholders/replace-frame.js';
import type { StandIn } from '../page/placeholders/upgrade.js';

export const standIn: StandIn = (placeholder, gate) => (placeholder instanceof HTMLIFrameElement ? replaceFrame(placeholder, gate) : besideContent(placeholder, gate));
