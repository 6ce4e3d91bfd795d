import type { GateIssue } from '../lib/errors.js';
import type { Attributes } from './script-attributes.js';

/** The script tag's attribute that stands for an option: `privacyUrl` → `data-privacy-url`. */
function attributeOf(option: string): string {
  return `data-${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Says issues in the words of the script tag where that is where the owner wrote them. */
export function inScriptWords(issues: readonly GateIssue[], data: Attributes): GateIssue[] {
  const short = `operators.${data['domain'] ?? ''}.`;
  return issues.map((issue) => {
    const { path } = issue;
    const field = path.slice(short.length);
    // Another operator's key may begin with this one's.
    if (path.startsWith(short) && /^(domain|name|country|appId)$/.test(field)) {
      return { ...issue, path: attributeOf(field === 'name' ? 'operator' : field) };
    }
    if (path === 'configuration') return { ...issue, path: '#jitsi-gate-config' };
    return data[path] !== undefined || path === 'privacyUrl' ? { ...issue, path: attributeOf(path) } : issue;
  });
}
