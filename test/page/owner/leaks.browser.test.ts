import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeclaredHosts, type Leak, findLeaks, watchLeaks } from '../../../src/page/owner/leaks.js';

const declared: DeclaredHosts = {
  hosts: ['meet.example.eu', 'turn.example.com:3478', 'localhost:8443'],
  page: { host: 'localhost:3000', hostname: 'localhost' },
};
const origin = 'https://meet.example.eu';

/** A document that fetches nothing, whatever is in it. */
const parse = (markup: string): Document => new DOMParser().parseFromString(`<base href="http://localhost:3000/page">${markup}`, 'text/html');
/** What is told of what is found. */
interface Told extends Pick<Leak, 'what' | 'remedy'> {
  readonly origin: string;
}
const find = (markup: string): Told[] => findLeaks(parse(markup).documentElement, declared).map(({ url, ...rest }) => ({ origin: url.origin, ...rest }));
const rules = (json: string, type = 'speculationrules'): string => `<script type="${type}">${json}</script>`;

describe('contacts a declared server:', () => {
  it.each([
    [`<iframe src="${origin}/room"></iframe>`, 'an iframe'],
    [`<iframe data-jitsi-src="${origin}/room" src="${origin}/room"></iframe>`, 'an iframe'],
    [`<div data-jitsi-room="r"><p><iframe src="${origin}/room"></iframe></p></div>`, 'an iframe'],
    [`<jitsi-gate room="r"><iframe src="${origin}/room"></iframe></jitsi-gate>`, 'an iframe'],
    ['<iframe src="//MEET.example.eu/room"></iframe>', 'an iframe'],
    [`<script src="${origin}/external_api.js"></script>`, 'a script'],
    [`<script type="module" src="${origin}/x.js"></script>`, 'a script'],
    [`<script type="text/javascript" src="${origin}/x.js"></script>`, 'a script'],
    ...['preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'prefetch', 'prerender'].map((rel) => [`<link rel="${rel}" href="${origin}">`, `a link rel="${rel}"`]),
    [`<link rel="PRECONNECT stylesheet" href="//meet.example.eu">`, 'a link rel="preconnect"'],
    [rules(`{"prefetch":[{"urls":["${origin}/room"]}]}`), 'a script of speculation rules'],
    [rules(`{"prerender":[{"source":"list","urls":["https:\\/\\/meet.example.eu\\/room"]}]}`), 'a script of speculation rules'],
    [rules(`{"prerender":[{"where":{"href_matches":"${origin}/*"}}]}`, 'SpeculationRules'), 'a script of speculation rules'],
  ])('%s', (markup, what) => {
    expect(find(markup)).toEqual([{ origin: expect.stringMatching(/\/\/meet\.example\.eu$/), what, remedy: expect.any(String) }]);
  });

  it.each([
    ['a server on another port', `<iframe src="${origin}:8443/room"></iframe>`, `${origin}:8443`],
    ['a further host of an operator', '<link rel="preconnect" href="https://turn.example.com">', 'https://turn.example.com'],
    ['in development another port of this computer', '<iframe src="https://localhost:8443/room"></iframe>', 'https://localhost:8443'],
  ])('%s', (_, markup, contacted) => {
    expect(find(markup).map((leak) => leak.origin)).toEqual([contacted]);
  });

  it('each of several, also the element that is looked at itself', () => {
    const body = parse(`<iframe src="${origin}/a"></iframe><p><script src="${origin}/x.js"></script></p>`).body;
    expect(findLeaks(body, declared).map(({ what }) => what)).toEqual(['an iframe', 'a script']);
    expect(findLeaks(body.querySelector('iframe') as Element, declared)).toHaveLength(1);
  });
});

describe('contacts no declared server:', () => {
  it.each([
    `<iframe data-jitsi-src="${origin}/room"></iframe>`,
    `<iframe src="${origin}/room" srcdoc="<p>x"></iframe>`,
    '<iframe src="about:blank"></iframe>', '<iframe src=""></iframe>', '<iframe src="https://"></iframe>',
    '<iframe src="/meet.example.eu"></iframe>',
    '<iframe src="https://meet.example.eu.evil.example/room"></iframe>',
    '<iframe src="https://other.example/?u=https://meet.example.eu"></iframe>',
    '<script src="/own.js"></script>', '<script src="http://localhost:5173/own.js"></script>',
    `<script type="text/plain" src="${origin}/external_api.js"></script>`,
    `<script data-jitsi-gate src="${origin}/external_api.js"></script>`,
    `<link rel="canonical" href="${origin}">`, `<link rel="help" href="${origin}">`, '<link rel="preconnect">',
    `<a href="${origin}/room">Room</a>`, `<template><iframe src="${origin}/room"></iframe></template>`,
    rules('{"prefetch":[{"urls":["/next"]}]}'), rules(`{ no JSON ${origin}`), rules(`"x ${origin}"`), rules(`{"a":"${origin}"}`, 'application/json'),
  ])('%s', (markup) => {
    expect(find(markup)).toEqual([]);
  });
});

it('never tells an address in full', () => {
  expect(JSON.stringify(find(`<iframe src="${origin}/secret-room?jwt=token"></iframe>`))).not.toMatch(/secret|token/);
});

it('is not stopped by form fields named like methods', () => {
  const form = parse('<form><input name="matches"><input name="querySelectorAll"><input name="getAttribute"></form>').querySelector('form') as Element;
  form.append(Object.assign(document.createElement('p'), { title: 'last' }), parse(`<iframe src="${origin}/room"></iframe>`).body.firstElementChild as Element);
  expect(findLeaks(form, declared)).toHaveLength(1);
});

describe('watching', () => {
  const later = `{"prefetch":[{"urls":["${origin}/room"]}]}`;
  let page = document;
  let seen: string[] = [];
  let stop = (): void => undefined;

  beforeEach(() => {
    page = parse(`<iframe id="early" src="${origin}/room"></iframe><link id="link" rel="icon" href="${origin}"><iframe id="framed" srcdoc="<p>x" src="${origin}/room"></iframe>
      <script id="empty" type="speculationrules"></script><script id="full" type="speculationrules">{"prefetch":[]}</script><script id="held" type="text/plain" src="${origin}/x.js"></script>`);
    seen = [];
    stop = watchLeaks(page, declared, ({ what }) => seen.push(what));
  });
  afterEach(() => stop());

  /** Observers are told in a microtask of their own, which comes before the next task. */
  const told = (): Promise<void> => new Promise((resolve) => {
    setTimeout(resolve);
  });
  const make = (tag: string, attributes: Readonly<Record<string, string>>): Element => {
    const element = page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  it('reports what is there already', () => {
    expect(seen).toEqual(['an iframe']);
  });

  it.each([
    ['alone', (script: Element): void => page.body.append(script)],
    ['deep in a subtree', (script: Element) => {
      const section = page.createElement('section');
      section.append(page.createElement('p'), script);
      page.body.append(section);
    }],
    ['and removed in the same turn', (script: Element) => {
      page.head.append(script);
      script.remove();
    }],
  ])('reports what is added later, %s', async (_, add) => {
    add(make('script', { src: `${origin}/x.js` }));
    await told();
    expect(seen).toEqual(['an iframe', 'a script']);
  });

  it.each([
    ['an iframe’s src', (): void => page.querySelector('#early')?.setAttribute('src', `${origin}/other`), 'an iframe'],
    ['a link’s rel', (): void => page.querySelector('#link')?.setAttribute('rel', 'preconnect'), 'a link rel="preconnect"'],
    ['an iframe that loses its srcdoc', (): void => page.querySelector('#framed')?.removeAttribute('srcdoc'), 'an iframe'],
    ['a script of rules that was empty', (): void => page.querySelector('#empty')?.append(later), 'a script of speculation rules'],
  ])('reports a change of %s', async (_, change, what) => {
    change();
    await told();
    expect(seen).toEqual(['an iframe', what]);
  });

  it.each([
    ['the text of rules that are in use', (): void => void Object.assign(page.querySelector('#full') as Element, { textContent: later })],
    ['a text added to them', (): void => page.querySelector('#full')?.append(later)],
    ['a text put before theirs', (): void => page.querySelector('#full')?.prepend(later)],
    ['the data of their text', (): void => void Object.assign(page.querySelector('#full')?.firstChild as Text, { data: later })],
    ['the type of a script', (): void => page.querySelector('#held')?.setAttribute('type', 'text/javascript')],
  ])('reports no change of %s, because no browser reads it', async (_, change) => {
    change();
    await told();
    expect(seen).toEqual(['an iframe']);
  });

  it('reports a script whose type was changed once something else makes it run', async () => {
    const script = page.querySelector('#held') as HTMLScriptElement;
    script.type = '';
    page.head.append(script);
    await told();
    expect(seen).toEqual(['an iframe', 'a script']);
  });

  it('reports nothing of other changes', async () => {
    page.body.append(page.createElement('p'), 'text', make('img', { src: `${origin}/x.png` }), make('iframe', {}));
    page.querySelector('#link')?.setAttribute('href', '/icon.png');
    await told();
    expect(seen).toEqual(['an iframe']);
  });

  it('reports nothing more once it is stopped', async () => {
    stop();
    page.body.append(make('script', { src: `${origin}/x.js` }));
    await told();
    expect(seen).toEqual(['an iframe']);
  });
});
