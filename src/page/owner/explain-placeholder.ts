import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../../config/embed-attributes.js';
import { embedIssues } from '../../config/embed-issues.js';
import type { EmbedInput } from '../../config/embed.js';
import type { Settings } from '../../config/settings.js';
import type { JitsiGateElement } from '../../elements/gate/gate-element.js';
import { type GateIssue, describeIssue } from '../../lib/errors.js';
import { emit } from '../../lib/events.js';
import { warnOnce } from '../../lib/warn-once.js';
import { isBlind } from '../../elements/press/places.js';
import { PREFIX } from '../placeholders/upgrade.js';

const KNOWN = [...EMBED_ATTRIBUTES, 'src'];

/** A gate was moved into another window. */
const ELSEWHERE: GateIssue = { path: 'document', expected: "the script's own document", found: 'another one; a pop-up window needs a script tag of its own, and what shows there is your own content' };

/** Another script took away what tells an aimed press from a stray one. */
const BLIND: GateIssue = { path: 'IntersectionObserver', expected: "the browser's own", found: 'none; what shows is your own content' };

/** Attributes of a placeholder that no placeholder may have. */
function oddIssues(placeholder: Element | undefined): GateIssue[] {
  const names = placeholder ? Element.prototype.getAttributeNames.call(placeholder) : [];
  return names.flatMap((name) => {
    const path = name.slice(PREFIX.length);
    return name.startsWith(PREFIX) && !KNOWN.includes(path) ? [{ path, expected: `one of ${KNOWN.join(', ')}`, found: 'an unknown attribute' }] : [];
  });
}

function attributesOf(element: JitsiGateElement): EmbedInput {
  const said = EMBED_ATTRIBUTES.filter((name) => element.hasAttribute(name));
  return { ...Object.fromEntries(said.map((name): [EmbedAttribute, string] => [name, element.getAttribute(name) ?? ''])), ...element.misread as EmbedInput };
}

/** Tells the owner all that is wrong with a placeholder, in the words in which it was written. */
export function explainPlaceholder(element: JitsiGateElement, settings: Settings): void {
  const { placeholder, read } = element.source;
  const fromUrl = read?.(settings) ?? {};
  const issues = [...oddIssues(placeholder), ...(Array.isArray(fromUrl) ? fromUrl : embedIssues({ ...attributesOf(element), ...fromUrl }, settings))];
  const lines = issues.map((issue) => describeIssue({ ...issue, path: (placeholder ? PREFIX : '') + issue.path }));
  if (element.ownerDocument !== document) lines.push(describeIssue(ELSEWHERE));
  if (isBlind()) lines.push(describeIssue(BLIND));
  const message = lines.join('\n');
  warnOnce('embed', message, 'error');
  emit(element, 'jitsi-gate-error', { code: 'embed', message });
}
