import { inside } from './gate-on-page.js';

/** The words that a gate or the settings show now, as a receipt takes them down. */
export function wordsOf(element: Element): string {
  return (inside(element, 'section')[0]?.innerText ?? '').split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
}

/** SHA-256 of a text, by the browser itself. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
