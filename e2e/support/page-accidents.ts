import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * What visitors get all the same: everything; the author's content, and nothing to click; a gate that asks again whenever it
 * is answered; a gate that says that the meeting failed; or only that nothing is requested before a yes.
 */
export type Outcome = 'works' | 'content' | 'asks' | 'fails' | 'untouched';

/** Something that other scripts of a page do to what every script stands on. */
export interface PageAccident {
  readonly title: string;
  /** What they do, as a classic script. */
  readonly script: string;
  /** What comes of it where they run before ours; default: works. */
  readonly before?: Outcome;
  /** What comes of it where they run when the gate is on screen already; default: the same. */
  readonly after?: Outcome;
}

const inPage = (text: string): string => `(function () { ${text} })();`;

/** The genuine MooTools Core, in the edition without its own DOM functions. */
const mootools = readFileSync(createRequire(import.meta.url).resolve('mootools'), 'utf8');

export const ACCIDENTS: readonly PageAccident[] = [
  { title: 'MooTools Core', script: mootools },
  {
    // What it makes of JSON.stringify no record survives.
    title: 'what Prototype.js 1.6 adds to arrays, texts, functions and elements',
    script: inPage(`
      var slice = Array.prototype.slice;
      function from(list) { if (!list) return []; if (list.toArray) return list.toArray(); return slice.call(list); }
      window.$A = Array.from = from;
      window.$ = function (id) { return document.getElementById(id); };
      var added = {
        each: function (fn, context) { for (var i = 0; i < this.length; i++) fn.call(context, this[i], i); return this; },
        collect: Array.prototype.map, findAll: Array.prototype.filter, detect: Array.prototype.find,
        include: function (value) { return this.indexOf(value) !== -1; },
        first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
        clear: function () { this.length = 0; return this; }, clone: function () { return slice.call(this, 0); },
        compact: function () { return this.filter(function (value) { return value != null; }); },
        uniq: function () { return this; }, size: function () { return this.length; }, toArray: function () { return slice.call(this, 0); },
        toJSON: function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; }
      };
      for (var key in added) Array.prototype[key] = added[key];
      Object.toJSON = function (value) { return typeof value === 'string' ? '"' + value + '"' : String(value); };
      String.prototype.toJSON = function () { return '"' + this + '"'; };
      Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };
      String.prototype.strip = function () { return this.replace(/^\\s+/, '').replace(/\\s+$/, ''); };
      String.prototype.startsWith = function (text) { return this.lastIndexOf(text, 0) === 0; };
      Function.prototype.bind = function () { var fn = this, given = from(arguments), object = given.shift(); return function () { return fn.apply(object, given.concat(from(arguments))); }; };
      Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
      Element.prototype.update = function (text) { this.innerHTML = text; return this; };
      Element.prototype.hide = function () { this.style.display = 'none'; return this; };
    `),
    before: 'asks',
  },
  { title: 'an Element.prototype.remove that knows elements as parents only', script: 'Element.prototype.remove = function () { this.parentElement.removeChild(this); };' },
  { title: 'enumerable methods on Array.prototype', script: "Array.prototype.extend = function () {}; Array.prototype.at2 = 1; Array.prototype.unique = function () { return this; };" },
  {
    title: 'map, filter, find, includes and flatMap of an old polyfill',
    script: inPage(`
      var p = Array.prototype;
      p.map = function (fn, context) { var out = []; for (var i = 0; i < this.length; i++) if (i in this) out[i] = fn.call(context, this[i], i, this); return out; };
      p.filter = function (fn, context) { var out = []; for (var i = 0; i < this.length; i++) if (fn.call(context, this[i], i, this)) out.push(this[i]); return out; };
      p.find = function (fn, context) { for (var i = 0; i < this.length; i++) if (fn.call(context, this[i], i, this)) return this[i]; };
      p.includes = function (value) { return this.indexOf(value) >= 0; };
      p.flatMap = function (fn, context) { return Array.prototype.concat.apply([], this.map(fn, context)); };
    `),
  },
  { title: 'enumerable methods on Object.prototype', script: 'Object.prototype.extend = function () {}; Object.prototype.each = function () {};' },
  // Jitsi's own script does not survive these.
  { title: 'enumerable values on Object.prototype', script: "Object.prototype.debug = true; Object.prototype.label = 'x';", before: 'fails', after: 'untouched' },
  { title: 'further methods of String.prototype', script: "String.prototype.contains = String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); }; String.prototype.format = function () { return this; }; String.prototype.toJSON = function () { return String(this); };" },
  {
    title: 'a Promise of an old library',
    script: inPage(`
      var Native = Promise;
      function Old(run) { var self = this; this.inner = new Native(run); }
      Old.prototype.then = function (yes, no) { var inner = this.inner; return new Old(function (resolve) { resolve(inner.then(yes, no)); }); };
      Old.prototype['catch'] = function (no) { return this.then(undefined, no); };
      Old.resolve = function (value) { return new Old(function (resolve) { resolve(value); }); };
      Old.reject = function (error) { return new Old(function (resolve, reject) { reject(error); }); };
      Old.all = function (list) { return new Old(function (resolve) { resolve(Native.all(list)); }); };
      window.Promise = Old;
    `),
  },
  { title: 'a Promise that is something else', script: 'window.Promise = { version: 1 };', before: 'content', after: 'untouched' },
  { title: 'a JSON.parse that throws', script: "JSON.parse = function () { throw new Error('broken'); };", before: 'content', after: 'asks' },
  { title: 'a JSON.stringify that gives nothing', script: 'JSON.stringify = function () {};', before: 'asks' },
  { title: 'a fetch that throws', script: "window.fetch = function () { throw new Error('broken'); };" },
  { title: 'a fetch that is gone', script: 'window.fetch = undefined;' },
  { title: 'customElements.define in a wrapper', script: inPage('var define = customElements.define; customElements.define = function () { return define.apply(customElements, arguments); };') },
  { title: 'customElements.define that throws', script: "customElements.define = function () { throw new Error('broken'); };", before: 'content', after: 'works' },
  { title: 'a MutationObserver that throws', script: "window.MutationObserver = function () { this.observe = function () { throw new Error('broken'); }; this.disconnect = function () {}; };", before: 'asks', after: 'works' },
  { title: 'a MutationObserver that is gone', script: 'window.MutationObserver = undefined;', before: 'asks', after: 'works' },
  { title: 'an element whose properties throw', script: "(function () { var box = document.createElement('div'); ['attributes', 'childNodes', 'localName', 'isConnected', 'parentNode', 'matches', 'querySelectorAll'].forEach(function (name) { Object.defineProperty(box, name, { get: function () { throw new Error('broken'); } }); }); document.documentElement.appendChild(box); setTimeout(function () { document.documentElement.appendChild(box.cloneNode()); }); })();" },
  { title: 'languages of the browser that are not there', script: "Object.defineProperty(navigator, 'languages', { get: function () { return undefined; } });" },
  { title: 'a global JitsiMeetExternalAPI that throws', script: "Object.defineProperty(window, 'JitsiMeetExternalAPI', { configurable: true, get: function () { throw new Error('broken'); } });", before: 'fails' },
  { title: 'no localStorage', script: "Object.defineProperty(window, 'localStorage', { value: null });" },
  { title: 'no console', script: 'window.console = undefined;' },
  { title: 'a console that can only log', script: 'window.console = { log: function () {} };' },
  { title: 'no crypto.randomUUID', script: 'Crypto.prototype.randomUUID = undefined;' },
  { title: 'no structuredClone, BroadcastChannel and locks', script: "window.structuredClone = window.BroadcastChannel = undefined; Object.defineProperty(navigator, 'locks', { value: undefined });" },
  { title: 'no constructable style sheets', script: 'CSSStyleSheet.prototype.replaceSync = undefined;', before: 'content', after: 'works' },
  { title: 'no elementsFromPoint', script: 'Document.prototype.elementsFromPoint = undefined;' },
  { title: 'a global named URL', script: "var URL = '/shop';", before: 'content', after: 'fails' },
  { title: 'a global named Map', script: 'var Map = { show: function () {} };', before: 'content', after: 'untouched' },
  { title: 'a CustomEvent for old browsers', script: "window.CustomEvent = function (name, given) { var event = document.createEvent('CustomEvent'); event.initCustomEvent(name, given.bubbles, given.cancelable, given.detail); return event; };" },
  { title: 'a global named exports', script: 'var exports = {};' },
  { title: 'a module loader (AMD) and jQuery of another version', script: "(function () { var define = window.define = function () { define.calls = (define.calls || 0) + 1; }; define.amd = {}; window.$ = window.jQuery = { noConflict: function () {}, fn: { jquery: '1.4.2' } }; window.html = window.render = window.lit = 1; })();" },
  { title: 'locks that are refused', script: "navigator.locks.request = function () { return Promise.reject(new DOMException('no', 'SecurityError')); };" },
  { title: 'listeners that throw and reject', script: "['state', 'decision', 'before-load', 'meeting', 'error'].forEach(function (name) { document.addEventListener('jitsi-gate-' + name, function () { Promise.reject(new Error('the site rejects')); throw new Error('the site throws'); }); });" },
  { title: 'setTimeout in a wrapper that gives nothing back', script: "(function () { var native = window.setTimeout; window.setTimeout = function (fn, ms) { native(function () { fn(); }, ms); }; })();" },
];
