import type { Page } from 'playwright/test';

/** One wrong thing on a page, and what the console has to say about it. */
export interface BadInput {
  readonly title: string;
  /** What stands in the head instead of the good script tag. */
  readonly head?: string;
  /** What stands in the body instead of the good placeholder. */
  readonly body?: string;
  /** Path, expected and found, or parts of them. */
  readonly says: readonly [path: string, expected: string, found: string];
}

const GOOD = {
  'data-domain': 'meet.example.eu',
  'data-operator': 'Example GmbH',
  'data-country': 'DE',
  'data-privacy-url': '/privacy#meetings',
};

const FALLBACK = '<a href="#contact">Other ways to reach us</a>';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(value)}"`])).join('');
}

/** A script tag with some attributes changed, or left out where undefined. */
export function scriptTag(changed: Readonly<Record<string, string | undefined>> = {}): string {
  return `<script defer src="/assets/jitsi-gate.js"${attributes({ ...GOOD, ...changed })}></script>`;
}

/** A script tag that leaves everything to a JSON block. */
export function jsonBlock(text: string): string {
  return `<script type="application/json" id="jitsi-gate-config">${text}</script>\n<script defer src="/assets/jitsi-gate.js"></script>`;
}

/** A placeholder with the author's fallback inside. */
export function placeholder(values: Readonly<Record<string, string>>): string {
  return `<div${attributes(values)}>${FALLBACK}</div>`;
}

/** Serves a page made of these parts at `/bad-input.html` of the site. */
export async function serveBadInput(page: Page, { head = scriptTag(), body = placeholder({ 'data-jitsi-room': 'consulting-hour' }) }: Partial<BadInput>): Promise<string> {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bad input</title><link rel="icon" href="data:,">
${head}</head>
<body><main><h1>Bad input</h1>${body}<p id="contact">Call us.</p></main></body>
</html>`;
  await page.route('**/bad-input.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  return '/bad-input.html';
}

/** Clicks all over the visible page, and presses everything that the Tab key reaches. */
export async function clickEverywhere(page: Page): Promise<void> {
  for (let y = 20; y < 200; y += 18) for (let x = 12; x < 300; x += 110) await page.mouse.click(x, y);
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
  }
}
