import { createContext, runInContext } from 'node:vm';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { runScripts, settingAt } from '../../src/audit/script/run-scripts.js';
import { isPrimitive } from '../../src/audit/script/values.js';
import '../support/property-seed.js';

/**
 * What the evaluator says for certain is compared with what an engine gets. `u()` and `h()` are what nobody knows: the engine has them
 * answer in several ways, and each time its result has to be among those that the evaluator names.
 */
const atoms = fc.constantFrom('1', '"x.y"', 'true', 'false', 'null', 'undefined', '0', '""', 'config.a', 'config.b', 'config.p2p', '[1, 2]', '({ b: 1 })', 'x', 'y', 'g(1)', 'u()');
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof({ maxDepth: 3, depthSize: 'small' }, atoms,
    fc.tuple(tie('expression'), fc.constantFrom('+', '||', '&&', '??', '===', '!==', '<'), tie('expression')).map(([one, operator, other]) => `((${one}) ${operator} (${other}))`),
    tie('expression').map((one) => `(${one} ? "yes" : "no")`),
    tie('expression').map((one) => `typeof (${one})`),
    tie('expression').map((one) => `!(${one})`),
    tie('expression').map((one) => `[${one}, 3].map(function (z) { return z; })[0]`),
    tie('expression').map((one) => `(function () { if (${one}) { return 5; } return 6; })()`),
    tie('expression').map((one) => `String(${one}).split(".").join("_")`),
    tie('expression').map((one) => `({ ...{ q: ${one} } }).q`)),
}));
const two = fc.tuple(expression, expression);
const statement = fc.oneof(
  expression.map((one) => `config.a = ${one};`),
  expression.map((one) => `config.p2p = config.p2p || {}; config.p2p.enabled = ${one};`),
  expression.map((one) => `var x = ${one};`),
  expression.map((one) => `y = ${one};`),
  expression.map((one) => `h(config, ${one});`),
  expression.map((one) => `delete config.a; config.b = ${one};`),
  expression.map((one) => `var list = [1]; list.push(${one}); config.c = list.length; config.d = list[1];`),
  expression.map((one) => `function g(n) { config.c = ${one}; return n; }`),
  two.map(([one, other]) => `if (${one}) { config.b = ${other}; } else { config.c = ${other}; }`),
  two.map(([one, other]) => `for (var i = 0; i < 2; i++) { if (${one}) { config.d = ${other}; } else { break; } }`),
  two.map(([one, other]) => `try { if (u()) { throw 1; } config.b = ${one}; } catch (err) { config.c = ${other}; }`),
  two.map(([one, other]) => `(function () { if (u()) return; config.a = ${one}; if (${other}) return; config.b = 9; })();`),
  two.map(([one, other]) => `switch (${one}) { case 1: config.a = 2; case "x.y": config.c = ${other}; break; default: config.d = 4; }`),
);
const program = fc.array(statement, { maxLength: 6 }).map((parts) => `var y = 1; var x = 2; function g(n) { return n; }\nvar config = { a: 1 };\n${parts.join('\n')}`);
const answers = fc.array(fc.constantFrom(0, 1, 'z', null), { minLength: 3, maxLength: 3 });

/** The configuration that an engine makes of a script; what stands before an error counts. */
function engine(text: string, said: readonly unknown[]): unknown {
  let asked = 0;
  const page = createContext({
    u: () => said[(asked += 1) % said.length],
    h: (config: Record<string, unknown>) => void (said[0] && (config['d'] = 7)),
  });
  try {
    runInContext(text, page, { timeout: 500 });
  } catch {
    // A script that ends with an error has set what it has set.
  }
  return runInContext('config', page);
}

it('what is known for certain is what an engine gets', { timeout: 120_000 }, () => {
  let compared = 0;
  fc.assert(fc.property(program, answers, (text, said) => {
    const real = engine(text, said);
    const { config } = runScripts([{ name: 'config.js', text }]);
    for (const path of ['a', 'b', 'c', 'd', 'p2p.enabled']) {
      const actual = path.split('.').reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], real);
      const { values, isOpen } = settingAt(config, path);
      if (isOpen || Object(actual) === actual) continue;
      compared += 1;
      expect(values.some((value) => !isPrimitive(value) || Object.is(value, actual)), `${path} is ${String(actual)}`).toBe(true);
    }
  }), { numRuns: 8000 });
  expect(compared).toBeGreaterThan(20_000);
});
