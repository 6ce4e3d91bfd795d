import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { labelWithTarget } from '../../src/elements/link-view.js';
import { stubPage } from '../support/stub-page.js';

beforeEach(() => stubPage('https://site.example/meetings/page.html'));
afterEach(() => {
  vi.unstubAllGlobals();
});

const operator = { domain: 'meet.example.eu', name: 'Example GmbH' };

describe('a label with whom its link reaches', () => {
  it.each([
    ['a number', 'Front desk', 'tel:+49761000000', 'Front desk (+49761000000)'],
    ['a number without what telephones add', 'Front desk', 'TEL:+49761000000;ext=5', 'Front desk (+49761000000)'],
    ['an e-mail address, without a subject', 'Write to us', 'mailto:praxis@example.org?subject=x', 'Write to us (praxis@example.org)'],
    ['a foreign host', 'Chat', 'https://other.example.org/chat?x=1', 'Chat (other.example.org)'],
    ['the meeting’s own host, and who runs it', 'Dial in', 'https://meet.example.eu/dial', 'Dial in (meet.example.eu, Example GmbH)'],
    ['a host that only looks like the page’s', 'Chat', '//site.example.evil.example/', 'Chat (site.example.evil.example)'],
    ['a number, set apart from a label that is written right to left', 'اتصل بنا', 'tel:+49761000000', 'اتصل بنا (\u2068+49761000000\u2069)'],
    ['a broken escape', 'Write', 'mailto:%zz', 'Write (%zz)'],
  ])('says %s', (...[, label, url, text]) => expect(labelWithTarget(label, url, operator)).toBe(text));

  it.each([
    ['the number in another spelling', 'Call us, 0176 040690 42', 'tel:+4917604069042'],
    ['a short number', 'Dial 112', 'tel:112'],
    ['the address', 'Praxis@example.org', 'mailto:praxis@example.org'],
    ['the host', 'Chat on other.example.org', 'https://other.example.org/'],
  ])('stays as it is where it says %s itself', (...[, label, url]) => expect(labelWithTarget(label, url, operator)).toBe(label));

  it.each(['/contact', '#contact', 'https://site.example/x', '../x'])('stays as it is where the link stays on the site: %s', (url) => {
    expect(labelWithTarget('Contact', url, operator)).toBe('Contact');
  });
});
