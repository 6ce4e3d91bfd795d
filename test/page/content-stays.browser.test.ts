import { describe, expect, it } from 'vitest';
import { part, pressTo } from '../support/gate-on-page.js';
import { closeSiteAfterEach, openSite } from '../support/open-site.js';
import { addMarkup, gated, gatesOf } from '../support/placeholder.js';

closeSiteAfterEach();

/** What an author, or a framework, has put into an element. */
const own = (placeholder: Element): Node[] => [...placeholder.childNodes].filter((node) => node.nodeName !== 'JITSI-GATE' && !(node instanceof Comment));

async function open(markup: string): Promise<{ placeholder: HTMLElement; gate: Element; destroy: () => void }> {
  const placeholder = addMarkup(markup);
  const site = openSite();
  site.scan();
  site.watch();
  return { placeholder, gate: await gated(placeholder), destroy: () => site.destroy() };
}

describe('the content of a placeholder stays where it is', () => {
  it('while a framework changes it, and a call runs', async () => {
    const { placeholder, gate, destroy } = await open('<div data-jitsi-room="room-one"><p>One</p><p>Two</p></div>');
    await pressTo(gate, 'accept', 'live');
    const [one, two] = own(placeholder) as [HTMLElement, HTMLElement];
    one.textContent = 'Changed';
    placeholder.insertBefore(document.createElement('em'), two);
    placeholder.removeChild(two);
    placeholder.append('text');
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect([gate.isConnected, gate.getAttribute('state'), one.checkVisibility()]).toEqual([true, 'live', false]);
    destroy();
    expect(placeholder.innerHTML).toBe('<p>Changed</p><em></em>text');
    expect(one.checkVisibility()).toBe(true);
  });

  it('and shows again where the gate becomes unusable', async () => {
    const { placeholder, gate } = await open('<div data-jitsi-room="room-one"><p>One</p></div>');
    const [one] = own(placeholder) as [HTMLElement];
    expect(one.checkVisibility()).toBe(false);
    placeholder.setAttribute('data-jitsi-start', 'soon');
    await expect.poll(() => [gate.getAttribute('state'), one.checkVisibility()]).toEqual(['invalid', true]);
    placeholder.removeAttribute('data-jitsi-start');
    await expect.poll(() => [gate.getAttribute('state'), one.checkVisibility()]).toEqual(['asking', false]);
  });

  it('where an application writes its text, which takes the gate along, another gate comes', async () => {
    const { placeholder, gate } = await open('<div data-jitsi-room="room-one">One</div>');
    for (const write of [() => (placeholder.textContent = 'Two'), () => (placeholder.innerHTML = '<p>Two</p>'), () => gatesOf(placeholder)[0]?.remove()]) {
      const [before] = gatesOf(placeholder);
      write();
      await expect.poll(() => gatesOf(placeholder).filter((each) => each !== before).length).toBe(1);
      await gated(placeholder);
      expect(placeholder.textContent).toBe('Two');
    }
    expect(gate.isConnected).toBe(false);
  });

  it('a copy of it is a placeholder with one gate of its own', async () => {
    const { placeholder, gate, destroy } = await open('<div data-jitsi-room="room-one"><p>One</p></div>');
    const before = '<div data-jitsi-room="room-one"><p>One</p></div>';
    const copy = placeholder.cloneNode(true) as HTMLElement;
    const kept = addMarkup(placeholder.outerHTML);
    document.body.append(copy);
    for (const each of [copy, kept]) expect(await gated(each)).not.toBe(gate);
    await expect.poll(() => document.querySelectorAll('jitsi-gate').length).toBe(3);
    destroy();
    expect([placeholder, copy, kept].map((each) => each.outerHTML)).toEqual([before, before, before]);
  });
});

describe('an element that may have no shadow root, or has one of its own', () => {
  class OwnCard extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    }
  }
  customElements.define('own-card', OwnCard);

  it.each([
    ['a list item', '<ul><li data-jitsi-room="room-one"><p>One</p></li></ul>'],
    ['a cell', '<table><tr><td data-jitsi-room="room-one"><p>One</p></td></tr></table>'],
    ['a figure', '<figure data-jitsi-room="room-one"><p>One</p></figure>'],
    ['a form', '<form data-jitsi-room="room-one"><p>One</p></form>'],
    ['a fieldset', '<fieldset data-jitsi-room="room-one"><p>One</p></fieldset>'],
    ['an element of the page’s own', '<own-card data-jitsi-room="room-one"><p>One</p></own-card>'],
  ])('%s keeps its content where it is, and shows the gate or the content', async (_what, markup) => {
    const outer = addMarkup(markup);
    const placeholder = (outer.matches('[data-jitsi-room]') ? outer : outer.querySelector('[data-jitsi-room]')) as HTMLElement;
    const before = placeholder.outerHTML;
    const [content] = own(placeholder) as [HTMLElement];
    const site = openSite();
    site.scan();
    site.watch();
    const gate = await gated(placeholder);
    expect([content.parentNode, content.checkVisibility(), part(gate, 'accept').checkVisibility()]).toEqual([placeholder, false, true]);
    placeholder.setAttribute('data-jitsi-start', 'soon');
    await expect.poll(() => [gate.getAttribute('state'), content.checkVisibility()]).toEqual(['invalid', true]);
    placeholder.removeAttribute('data-jitsi-start');
    site.destroy();
    await expect.poll(() => placeholder.outerHTML).toBe(before);
    expect(content.checkVisibility()).toBe(true);
  });
});
