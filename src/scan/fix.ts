import type { Found } from './scan-file.js';
import type { MeetingHosts } from './meeting-hosts.js';

/** Whether a machine may mend it: a frame of a declared server becomes a placeholder by another name of its attribute, a hint goes. */
const isMendable = ({ kind, host }: Found, hosts: MeetingHosts): boolean => (kind === 'hint' || kind === 'frame') && host !== undefined && hosts.isDeclared(host);

/** The whole element around an attribute, with the line break after it where it stands alone. */
function elementAround(html: string, { start, end }: Found): readonly [from: number, to: number] {
  const from = html.lastIndexOf('<', start);
  const to = html.indexOf('>', end) + 1;
  const isAlone = /\n[ \t]*$/.test(html.slice(0, from)) && html.slice(to).startsWith('\n');
  return isAlone ? [html.lastIndexOf('\n', from), to] : [from, to];
}

/** Rewrites plain HTML: frames become placeholders, hints go, and nothing else is touched. What is left needs a person. */
export function fixHtml(html: string, found: readonly Found[], hosts: MeetingHosts): string {
  let fixed = html;
  // From the end, so that places before stay where they are. Rules of speculation hold more than this and stay.
  for (const one of found.filter((each) => isMendable(each, hosts)).toSorted((left, right) => right.start - left.start)) {
    const attribute = html.slice(one.start, one.end);
    if (one.kind === 'frame') fixed = `${fixed.slice(0, one.start)}${attribute.replace(/^src/i, 'data-jitsi-src')}${fixed.slice(one.end)}`;
    else if (/^href/i.test(attribute)) {
      const [from, to] = elementAround(html, one);
      fixed = fixed.slice(0, from) + fixed.slice(to);
    }
  }
  return fixed;
}
