import { existsSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runScripts, settingAt } from '../../src/audit/script/run-scripts.js';
import { type Value, isPrimitive } from '../../src/audit/script/values.js';
import '../support/property-seed.js';

const run = (...texts: string[]) => runScripts(texts.map((text, index) => ({ name: `file-${index}.js`, text })));
/** What is known of a setting: its values, `?` where there may be others. */
function known(text: string, path: string): unknown[] {
  const { values, isOpen } = settingAt(run(text).config, path);
  return [...values.map((value: Value) => (isPrimitive(value) ? value : `(${value.type})`)), ...isOpen ? ['?'] : []];
}

describe('what a script sets is known', () => {
  it.each<[text: string, path: string, values: readonly unknown[]]>([
    // Order, and the last write.
    ['var config = { a: 1 }; config.a = 2;', 'a', [2]],
    ['var config = { a: 1, a: 2 };', 'a', [2]],
    ['var config = { "a": 1 }; config["a"] = 3;', 'a', [3]],
    ['var config = { p2p: { x: 1 } }; config.p2p = { y: 1 };', 'p2p.x', [undefined]],
    ['var config = {}; window.config.a = 1; this.config.b = 2;', 'a', [1]],
    ['const config = {}; let x = config; x.a = 1;', 'a', [1]],
    // What texts and numbers are made of.
    ['var s = "a.b"; var config = { a: s.split(".").join("_").toUpperCase() + `-${1 + 1}` };', 'a', ['A_B-2']],
    ['var config = { a: 16 / 9 > 1 ? "wide" : "tall", b: -5 };', 'a', ['wide']],
    ['var config = { a: typeof undefined, b: void 0 };', 'a', ['undefined']],
    ['var config = { a: Math.max(2, 3), b: [1, 2, 3].length };', 'a', [3]],
    ['var config = { ...{ a: 1, b: 2 }, b: 3 };', 'b', [3]],
    ['var config = { a: ["x", "y"].map(function (one) { return "stun:" + one; }).join() };', 'a', ['stun:x,stun:y']],
    ['var config = { a: ["x"].map((one) => one + "!")[0] };', 'a', ['x!']],
    ['var config = Object.assign({}, { a: 1 }, { b: 2 });', 'b', [2]],
    ['var config = JSON.parse(\'{"a":{"b":true}}\');', 'a.b', [true]],
    ['function make(x) { return { a: x }; } var config = make(7);', 'a', [7]],
    ['var config = (function () { if (1 > 2) return { a: 1 }; return { a: 2 }; })();', 'a', [2]],
    ['var config = {}; if (false) config.a = 1; else config.a = 2;', 'a', [2]],
    ['var config = {}; config.a = config.a || "x"; config.b = config.b ?? "y"; config.c = null ?? 1;', 'a', ['x']],
    ['var config = { a: 1 }; delete config.a;', 'a', [undefined]],
    // What depends on the page, or on a visitor.
    ['var config = { a: 1 }; if (location.hash) config.a = 2;', 'a', [1, 2]],
    ['var config = { a: 1 }; if (location.hash) { config.a = 2; } else { config.a = 3; }', 'a', [1, 2, 3]],
    ['var config = { a: location.hash };', 'a', ['?']],
    ['var config = { a: location.hash ? 1 : 2 };', 'a', [1, 2]],
    ['var config = { a: location.hash || "x" };', 'a', ['x', '?']],
    ['var config = { a: 1 }; fill(config);', 'a', [1, '?']],
    ['var config = { a: 1 }; document.addEventListener("x", function () { config.a = 2; });', 'a', [1, '?']],
    ['var config = { a: 1 }; for (var i = 0; i < 3; i++) { config.a = config.a + 1; }', 'a', [1, '?']],
    ['var config = { a: 1 }; try { mayThrow(); config.a = 2; } catch (e) { config.a = 3; }', 'a', [1, 2, 3]],
    ['var config = { a: 1 }; (function () { if (document.x) return; config.a = 2; })();', 'a', [1, 2]],
    ['var config = { a: 1 }; switch (location.host) { case "x": config.a = 2; break; default: config.a = 3; }', 'a', [1, 2, 3]],
    ['var config = { a: 1 }; config[location.hash] = 2;', 'a', [1, '?']],
    ['var config = new Proxy({ a: 1 }, {});', 'a', ['?']],
    // Patterns could take for ever, so nobody runs one.
    ['var config = { a: "aaaa".replace(/(a+)+$/, "b") };', 'a', ['?']],
    // Names that reach prototypes elsewhere are names here.
    ['var config = { __proto__: { a: 1 } };', 'a', [undefined]],
    ['var config = {}; config["__proto__"] = { x: 1 }; config.constructor = { prototype: 2 };', 'constructor.prototype', [2]],
    ['var config = {};', 'toString', [undefined]],
    // A list of overrides alone.
    ['config.a = 1;', 'a', [1]],
    ['config.a = 1;', 'b', ['?']],
    ['config.p2p = config.p2p || {}; config.p2p.enabled = false;', 'p2p.enabled', [false]],
  ])('%s → %s', (text, path, values) => {
    expect(known(text, path)).toEqual(values);
  });
});

describe('what is not read is told, with its line', () => {
  it.each<[text: string, line: number, why: RegExp]>([
    ['var config = {\n  a: 1;\n};', 2, /^does not parse: /],
    ['var config = {};\n\nconfig.a.b = 1;', 3, /ends here with an error/],
    ['var config = {};\nthrow new Error("x");', 2, /ends here with an error/],
    [`var config = ${'{a:'.repeat(5000)}1${'}'.repeat(5000)};`, 1, /nested too deeply/],
    [`var config = ${'['.repeat(450)}1${']'.repeat(450)};`, 1, /nested too deeply/],
    ['function f(n) { return f(n) + f(n); }\nvar config = { a: f(1) };', 1, /too long|too deeply/],
    [`var config = {};${'config.a = 1;\n'.repeat(70_000)}`, 50_001, /too long/],
    ['x'.repeat(1_000_001), 1, /longer than/],
    ['<!--#include virtual="/other.js" -->', 1, /includes \/other\.js/],
  ])('%#', (text, line, why) => {
    const { unread } = run(text);
    expect(unread.some((one) => why.test(one.why) && one.script === 'file-0.js' && Math.abs(one.line - line) <= 20_000)).toBe(true);
  });

  it('and what stood before an error counts, as in a browser; scripts after it run', () => {
    const { config } = run('var config = { a: 1 }; config.b.c = 1; config.a = 2;', 'config.d = 4;');
    expect([settingAt(config, 'a').values, settingAt(config, 'd').values]).toEqual([[1], [4]]);
  });

  it('and after what takes too long nothing is known for certain', () => {
    const { config } = run(`var config = { a: 1 };${'config.b = 1;\n'.repeat(70_000)}`);
    expect(settingAt(config, 'a')).toEqual({ values: [1], isOpen: true });
  });
});

describe('whatever it is given', () => {
  const PWNED = '/tmp/jitsi-gate-audit-pwned';
  const atoms = fc.constantFrom('1', '"x"', 'true', 'null', 'undefined', 'config', 'config.a', 'location.hash', '[1, 2]', '({ b: 1 })', 'f', 'this', '/(a+)+$/', '`t${config.a}`', '__proto__', 'globalThis.pwned = 1', `require('fs').writeFileSync('${PWNED}', '')`, 'process.exit(1)', 'import("node:fs")', 'new Function("globalThis.pwned = 1")()', 'eval("globalThis.pwned = 1")');
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof({ maxDepth: 4, depthSize: 'small' }, atoms,
      fc.tuple(tie('expression'), fc.constantFrom('+', '-', '*', '||', '&&', '??', '===', '<', ','), tie('expression')).map(([one, operator, other]) => `((${one}) ${operator} (${other}))`),
      tie('expression').map((one) => `[${one}].map(function (x) { return ${one}; })`),
      tie('expression').map((one) => `f(${one})`),
      tie('expression').map((one) => `(() => { return ${one}; })()`),
      tie('expression').map((one) => `({ a: ${one}, ['__proto__']: ${one}, ...(${one}) })`),
      tie('expression').map((one) => `(typeof (${one}) ? ${one} : delete config.a)`),
      tie('expression').map((one) => `(${one}).split(".").join(${one})`)),
  }));
  const statement = fc.oneof(
    expression.map((one) => `config.a = ${one};`),
    expression.map((one) => `config.p2p = config.p2p || {}; config.p2p.enabled = ${one};`),
    expression.map((one) => `var x = ${one};`),
    expression.map((one) => `if (${one}) { config.b = ${one}; } else { return; }`),
    expression.map((one) => `for (var i = 0; ; i++) { config.c = ${one}; }`),
    expression.map((one) => `while (${one}) { config.d = x; }`),
    expression.map((one) => `try { ${one} } catch (e) { throw e; } finally { config.e = 1; }`),
    expression.map((one) => `function f(y) { return f(${one}); }`),
    expression.map((one) => `switch (${one}) { case 1: config.f = 1; break; }`),
    expression.map((one) => `label: do { break label; } while (${one});`),
    fc.string().map((text) => text),
  );
  const program = fc.array(statement, { maxLength: 4 }).map((parts) => `var config = { a: 1 };\n${parts.join('\n')}`);

  it('it never throws, never hangs and executes nothing', () => {
    fc.assert(fc.property(program, (text) => {
      const { config, unread } = run(text);
      settingAt(config, 'p2p.enabled');
      expect(Array.isArray(unread)).toBe(true);
    }), { numRuns: 100_000 });
    expect([Reflect.get(globalThis, 'pwned'), existsSync(PWNED)]).toEqual([undefined, false]);
  }, 300_000);
});
