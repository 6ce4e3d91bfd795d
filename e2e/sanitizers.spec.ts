import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './support/fixtures.js';
import { expectState, gateOf, partOf } from './support/gate.js';
import { makePage } from './support/made-site.js';

const packages = fileURLToPath(new URL('apps/node_modules/', import.meta.url));
const require = createRequire(import.meta.url);

const DIV = '<div data-jitsi-room="secret-room-x8k2pq9z" data-jitsi-label="Consulting hour" data-jitsi-heading-level="3"><p>Call us: <a href="tel:+49761000000">+49 761 000000</a></p></div>';
const FRAME = '<iframe title="Visit" data-jitsi-src="https://meet.example.eu/secret-room-x8k2pq9z"></iframe>';
const ELEMENT = '<jitsi-gate room="secret-room-x8k2pq9z"><p>Call us</p></jitsi-gate>';

type Clean = (page: Page, html: string) => Promise<string>;

const purify = (settings: object): Clean => async (page, html) => {
  await page.addScriptTag({ path: join(packages, 'dompurify/dist/purify.min.js') });
  return page.evaluate(([dirty, options]) => {
    const { DOMPurify } = window as unknown as { DOMPurify: { sanitize(html: string, options: object): string } };
    return DOMPurify.sanitize(dirty, options);
  }, [html, settings] as const);
};

const edit = (settings: object): Clean => async (page, html) => {
  await page.context().route('**/tinymce/**', (route) => route.fulfill({ path: join(packages, new URL(route.request().url()).pathname) }));
  await page.addScriptTag({ path: join(packages, 'tinymce/tinymce.min.js') });
  return page.evaluate(async ([text, options]) => {
    const { tinymce } = window as unknown as { tinymce: { init(options: object): Promise<{ setContent(html: string): void; getContent(): string }[]> } };
    const area = document.createElement('textarea');
    document.body.append(area);
    const [editor] = await tinymce.init({ target: area, base_url: '/tinymce', suffix: '.min', license_key: 'gpl', promotion: false, ...options });
    editor?.setContent(text);
    return editor?.getContent() ?? '';
  }, [html, settings] as const);
};

const sanitize = (settings?: object): Clean => async (_, html) => (require(join(packages, 'sanitize-html')) as (html: string, settings?: object) => string)(html, settings);

/** What WordPress lets an author write who may not write any HTML: each element may have data attributes, and a block is one of them (wp_kses_post). */
const KSES = { allowedTags: ['a', 'b', 'div', 'em', 'figure', 'h2', 'li', 'p', 'span', 'strong', 'ul'], allowedAttributes: { '*': ['aria-*', 'class', 'data-*', 'dir', 'hidden', 'id', 'lang', 'style', 'title', 'role'], 'a': ['href', 'rel', 'target'] }, allowedSchemes: ['https', 'tel', 'mailto'] };

const OF_DIV = ['data-jitsi-room', 'data-jitsi-label', 'data-jitsi-heading-level'];

/** Which of the three ways to write a meeting comes through. */
const TOOLS: readonly (readonly [name: string, clean: Clean, passes: readonly string[]])[] = [
  ['DOMPurify as it is', purify({}), [DIV]],
  ['DOMPurify that is told of iframes', purify({ ADD_TAGS: ['iframe'] }), [DIV, FRAME]],
  ['DOMPurify that is told of the element', purify({ CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^jitsi-gate$/, attributeNameCheck: /^(?:room|operator|label|lang)$/ } }), [DIV, ELEMENT]],
  ['TinyMCE as it is', edit({}), [DIV, FRAME]],
  ['TinyMCE that is told of the element', edit({ custom_elements: 'jitsi-gate', extended_valid_elements: 'jitsi-gate[room|operator|label|lang]' }), [DIV, FRAME, ELEMENT]],
  ['sanitize-html as it is', sanitize(), []],
  ['sanitize-html that is told of the attributes', sanitize({ allowedAttributes: { a: ['href'], div: ['data-jitsi-*'] }, allowedSchemes: ['https', 'tel'] }), [DIV]],
  ['a list like that of WordPress (kses)', sanitize(KSES), [DIV]],
];

async function openWith(page: Page, context: BrowserContext, body: string): Promise<void> {
  await page.goto(await makePage(context, { path: '/shown.html', body }));
}

for (const [name, clean, passes] of TOOLS) {
  for (const [kind, html] of Object.entries({ DIV, FRAME, ELEMENT })) {
    const isKept = passes.includes(html);
    test(`${name} ${isKept ? 'keeps' : 'does not keep'} a meeting written as ${kind.toLowerCase()}`, async ({ page, context, foreign }) => {
      await page.goto(await makePage(context, { path: '/cleaning.html', body: '' }));
      const cleaned = await clean(page, html);
      await openWith(page, context, `${cleaned}<p id="after">After</p>`);
      await expect(page.locator('#after')).toBeVisible();
      if (isKept) {
        await expectState(page, 'asking');
        await expect(partOf(page, 'accept')).toBeVisible();
        if (html === DIV) for (const attribute of OF_DIV) expect(cleaned).toContain(attribute);
      } else {
        await page.waitForTimeout(300);
        await expect(gateOf(page).and(page.locator('[state=asking]'))).toHaveCount(0);
        if (html !== FRAME) await expect(page.getByText(/Call us/)).toBeVisible();
      }
      await foreign.expectSilence();
    });
  }
}
