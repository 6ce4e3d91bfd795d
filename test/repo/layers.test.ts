import { describe, expect, it } from 'vitest';
import { checkLayers } from '../support/layer-rules.js';
import { parseFolder } from '../support/repo-files.js';
import { parseSource } from '../support/syntax.js';

const check = (file: string, text: string): string[] => checkLayers(parseSource(file, text));

describe('layers', () => {
  it('lets every folder of src import only what stands left of it', () => {
    const sources = parseFolder('src');
    expect(sources.length, 'files read in src/').toBeGreaterThan(0);
    expect(sources.flatMap(checkLayers)).toEqual([]);
  });
});

describe('the layer check itself', () => {
  it('names file, line, import and rule', () => {
    const [problem] = check('src/lib/url.ts', "\nimport { openStore } from '../storage/open-store.js';");
    expect(problem).toMatch(/^src\/lib\/url\.ts:2 imports '\.\.\/storage\/open-store\.js': lib may not import storage/);
  });

  it.each([
    ['a type import', "import type { Gate } from '../gate/controller.js';"],
    ['an inline type import', "export type Gate = import('../gate/controller.js').Gate;"],
    ['a re-export', "export { controller } from '../gate/controller.js';"],
    ['a star re-export', "export * from '../gate/controller.js';"],
    ['an import for its effect', "import '../gate/controller.js';"],
    ['a dynamic import', "export const load = () => import('../gate/controller.js');"],
    ['a dynamic import by template', 'export const load = (name: string) => import(`../gate/${name}.js`);'],
    ['a glob', "export const all = import.meta.glob('../gate/*.ts');"],
  ])('sees %s', (_, text) => {
    expect(check('src/consent/ledger.ts', text)).toHaveLength(1);
  });

  it.each([
    ['src/config/schema.ts', '../i18n/load.js', 'side by side'],
    ['src/providers/jitsi/index.ts', '../../receipts/receipt.js', 'side by side'],
    ['src/page/watch.ts', '../script.js', 'page may not import entries'],
    ['src/gate/controller.ts', '../elements/gate-element.js', 'gate may not import elements'],
    ['src/cli/scan.ts', '../page/leaks.js', 'cli may import only'],
    ['src/index.ts', './cli/scan.js', 'nothing imports cli'],
    ['src/lib/url.ts', '../helpers/strings.js', 'not in the layer line'],
    ['src/lib/url.ts', '../../test/support/clock.js', 'nothing outside src/'],
    ['src/lib/url.ts', 'node:fs', 'only cli runs in Node'],
    ['src/storage/store.ts', 'zod/mini', 'only in config/, consent/record and receipts/receipt-schema'],
    ['src/config/schema.ts', 'zod', 'only zod/mini'],
    ['src/elements/gate-element.ts', '@lit/context', 'not a dependency'],
  ])('refuses %s importing %s', (file, specifier, reason) => {
    expect(check(file, `import { x } from '${specifier}';`)).toEqual([expect.stringContaining(reason)]);
  });

  it('refuses a dynamic import that it cannot read', () => {
    expect(check('src/script.ts', 'export const load = (url: string) => import(url);')).toHaveLength(1);
  });

  it.each([
    ['src/gate/controller.ts', '../lib/errors.js'],
    ['src/providers/jitsi/meeting.ts', '../provider.js'],
    ['src/elements/gate-element.ts', 'lit/directives/class-map.js'],
    ['src/consent/record.ts', 'zod/mini'],
    ['src/receipts/receipt-schema.ts', 'zod/mini'],
    ['src/cli/scan.ts', 'node:fs'],
    ['src/define.ts', './elements/gate-element.js'],
  ])('accepts %s importing %s', (file, specifier) => {
    expect(check(file, `import { x } from '${specifier}';`)).toEqual([]);
  });

  it('does not take an import in a comment or a string for one', () => {
    expect(check('src/lib/url.ts', "// import '../page/watch.js'\nexport const x = \"import '../page/watch.js'\";")).toEqual([]);
  });
});
