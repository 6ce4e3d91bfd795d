import type { BrowserContext, Page } from 'playwright/test';
import { type HostilePlaceholder, DECLARED } from '../../test/support/hostile/placeholder.js';
import { makePage } from './made-site.js';

/** Everything that a placeholder could have spoiled, as it was before any script of the page and as it is now. */
export interface Spoils {
  readonly before: string;
  readonly now: string;
  /** Set by whatever in the corpus was run instead of shown. */
  readonly pwned: unknown;
}

/** What stands in the page for one placeholder. */
export interface Shown {
  readonly state: string;
  readonly accept: string;
  /** Elements in the gate's shadow root that no gate is made of. */
  readonly strange: readonly string[];
  /** Whether a title stands in the heading letter by letter. */
  readonly isLiteral: boolean;
}

/** Runs in the page before everything else: notes the names of every prototype that scripts share. */
function notePrototypes(): void {
  const names = 'Object Array Function String Number Boolean RegExp Promise Map Set Error URL Node Element HTMLElement Document EventTarget Window JSON Reflect'.split(' ');
  const list = (): string => names.map((name) => {
    const owner = Reflect.get(window, name) as { prototype?: object };
    return [owner, owner.prototype].map((object) => (object ? Reflect.ownKeys(object).map(String).join() : '')).join('|');
  }).join('\n');
  const before = list();
  Object.defineProperty(window, 'readSpoils', { value: () => ({ before, now: list(), pwned: Reflect.get(window, 'pwned') as unknown }) });
}

export function readSpoils(page: Page): Promise<Spoils> {
  return page.evaluate(() => (Reflect.get(window, 'readSpoils') as () => Spoils)());
}

/** Serves and opens a page of the declared operators, with what its body holds, and notes what could be spoiled. */
export async function openHostile(page: Page, context: BrowserContext, { body = '', mode = 'frame' } = {}): Promise<void> {
  await page.addInitScript(notePrototypes);
  // No load may fail meanwhile: what it makes room for moves the other gates, and their buttons, under the pointer.
  await page.goto(await makePage(context, { body, config: { operators: DECLARED, defaultOperator: 'practice', mode, timeout: 120_000 } }));
}

/** Puts placeholders into the page by script, as an application or an editor's widget does: any text at all. */
export async function addPlaceholders(page: Page, placeholders: readonly HostilePlaceholder[]): Promise<void> {
  // In code units, because halves of characters do not survive the way to the browser.
  const units = placeholders.map(({ tag, attributes }) => ({
    tag, attributes: Object.entries(attributes).map(([name, value]) => [name, /[\ud800-\udfff]/.test(value) ? value.split('').map((unit) => unit.charCodeAt(0)) : value] as const),
  }));
  await page.evaluate((list) => {
    document.body.append(...list.map(({ tag, attributes }, index) => {
      const section = document.createElement('section');
      const element = document.createElement(tag);
      section.id = `c${index}`;
      for (const [name, value] of attributes) element.setAttribute(name, typeof value === 'string' ? value : String.fromCharCode(...value));
      section.append(element);
      return section;
    }));
  }, units);
}

/** The same as markup. Not for texts that no markup can hold. */
export function markupOf(placeholders: readonly HostilePlaceholder[]): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return placeholders.map(({ tag, attributes }, index) => {
    const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
    return `<section id="c${index}"><${tag}${all}></${tag}></section>`;
  }).join('\n');
}

/** What the page shows for each of so many placeholders. */
export function readShown(page: Page, count: number): Promise<Shown[]> {
  return page.evaluate((length) => {
    const own = 'section p div h2 dl dt dd a button label input span details summary slot ul li'.split(' ');
    const read = (gate: Element | null): Shown => {
      const all = [...(gate?.shadowRoot?.querySelectorAll('*') ?? [])];
      const textOf = (name: string): string => all.find((element) => element.part.contains(name))?.textContent ?? '';
      const [title, state] = ['label', 'state'].map((name) => gate?.getAttribute(name) ?? '');
      return {
        state: state ?? '',
        accept: textOf('accept'),
        strange: all.filter(({ localName }) => !own.includes(localName)).map(({ localName }) => localName),
        isLiteral: !title || state !== 'asking' || textOf('heading') === `Video meeting: ${title}`,
      };
    };
    return Array.from({ length }, (_, index) => read(document.querySelector(`#c${index} jitsi-gate`)));
  }, count);
}
