import { describe, expect, it } from 'vitest';
import { findCircles } from '../support/import-circles.js';
import { checkLayers, fetches } from '../support/layer-rules.js';
import { parseFolder } from '../support/repo-files.js';
import { parseSource } from '../support/syntax.js';

const check = (file: string, text: string): string[] => checkLayers(parseSource(file, text));

describe('layers', () => {
  it('lets every folder of src import only what stands left of it', () => {
    const sources = parseFolder('src');
    expect(sources.length, 'files read in src/').toBeGreaterThan(0);
    expect(sources.flatMap(checkLayers)).toEqual([]);
  });

  it('has no circle of imports in src, types included', () => {
    expect(findCircles(parseFolder('src')).map((circle) => circle.join(' → '))).toEqual([]);
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
  ])('sees %s', (_, text) => {
    expect(check('src/consent/ledger.ts', text)).toEqual([expect.stringContaining('consent may not import gate')]);
  });

  it.each([
    ['a dynamic import', "export const load = () => import('../gate/open-ledger.js');"],
    ['a dynamic import by template', 'export const load = (name: string) => import(`../gate/${name}.js`);'],
    ['a glob', "export const all = import.meta.glob('../gate/*.ts');"],
  ])('sees %s, also where the file may fetch something', (_, text) => {
    expect(check('src/i18n/load.ts', text)).toEqual([expect.stringContaining('i18n may not import gate')]);
  });

  it.each([
    ['src/page/settings-links.ts', '../elements/settings/settings-dialog.js'],
    ['src/elements/gate/gate-display.ts', './details-view.js'],
    ['src/moments/first-look.ts', './opened.js'],
    ['src/moments/tag.ts', './first-look.js'],
    ['src/i18n/format.ts', './locales/de.js'],
    ['src/index.ts', './moments/loading.js'],
    ['src/define.ts', 'lit'],
    ['src/cli/form-of.ts', '../config/schema.js'],
  ])('refuses a dynamic import in %s, however near %s is', (file, specifier) => {
    expect(check(file, `export const load = () => import('${specifier}');`)).toEqual([expect.stringMatching(/^.+: only src\/moments\/loading\.ts.* fetch something later$/)]);
  });

  it.each([
    ['src/config/schema.ts', '../i18n/load.js', 'side by side'],
    ['src/facts/countries.ts', '../config/operator.js', 'facts may not import config'],
    ['src/lib/events.ts', '../facts/countries.js', 'lib may not import facts'],
    ['src/providers/jitsi/index.ts', '../../receipts/receipt.js', 'side by side'],
    ['src/page/settings-links.ts', '../index.js', 'page may not import entries'],
    ['src/page/settings-links.ts', '../moments/openers.js', 'page may not import moments'],
    ['src/moments/start.ts', '../define.js', 'moments may not import entries'],
    ['src/gate/controller.ts', '../elements/gate/gate-element.js', 'gate may not import elements'],
    ['src/elements/press/moves.ts', '../../page/placeholders/find.js', 'elements may not import page'],
    ['src/cli/scan.ts', '../page/owner/leaks.js', 'cli may import only'],
    ['src/index.ts', './cli/scan.js', 'nothing imports cli'],
    ['src/lib/url.ts', '../helpers/strings.js', 'not in the layer line'],
    ['src/lib/url.ts', '../../test/support/clock.js', 'nothing outside src/'],
    ['src/lib/url.ts', 'node:fs', 'only cli runs in Node'],
    ['src/storage/store.ts', 'zod/mini', 'only in descriptions'],
    ['src/config/check.ts', 'zod/mini', 'only in descriptions'],
    ['src/consent/record.ts', 'zod/mini', 'only in descriptions'],
    ['src/receipts/is-receipt.ts', 'zod/mini', 'only in descriptions'],
    ['src/config/schema.ts', 'zod', 'only zod/mini'],
    ['src/elements/gate/gate-element.ts', '@lit/context', 'not a dependency'],
  ])('refuses %s importing %s', (file, specifier, reason) => {
    expect(check(file, `import { x } from '${specifier}';`)).toEqual([expect.stringContaining(reason)]);
  });

  it.each(fetches)('lets %s hold a dynamic import', (file) => {
    expect(check(file, "export const load = () => import('./that.js');")).toEqual([]);
  });

  it.each(['src/moments/start.ts', ...fetches])('refuses a dynamic import in %s that it cannot read', (file) => {
    expect(check(file, 'export const load = (url: string) => import(url);')).toHaveLength(1);
  });

  it.each([
    ['src/gate/controller.ts', '../lib/errors.js'],
    ['src/storage/jitsi-leftovers.ts', '../facts/software/jitsi.js'],
    ['src/providers/jitsi/meeting.ts', '../provider.js'],
    ['src/elements/gate/gate-element.ts', 'lit/directives/class-map.js'],
    ['src/consent/record-schema.ts', 'zod/mini'],
    ['src/config/schema.ts', 'zod/mini'],
    ['src/cli/form-of.ts', 'zod/mini'],
    ['src/receipts/receipt-schema.ts', 'zod/mini'],
    ['src/cli/scan.ts', 'node:fs'],
    ['src/define.ts', './elements/gate/gate-element.js'],
    ['src/define.ts', './moments/openers.js'],
    ['src/moments/openers.ts', '../page/placeholders/upgrade.js'],
    ['src/elements/press/moves.ts', '../../gate/judge-press.js'],
  ])('accepts %s importing %s', (file, specifier) => {
    expect(check(file, `import { x } from '${specifier}';`)).toEqual([]);
  });

  it('does not take an import in a comment or a string for one', () => {
    expect(check('src/lib/url.ts', "// import '../page/gate.js'\nexport const x = \"import '../page/gate.js'\";")).toEqual([]);
  });
});

describe('the check of circles itself', () => {
  const sources = (files: Readonly<Record<string, string>>) => Object.entries(files).map(([file, text]) => parseSource(file, text));

  it.each([
    ['two files', { 'src/a/b.ts': "import { c } from '../c.js';", 'src/c.ts': "export { b } from './a/b.js';" }, ['src/a/b.ts', 'src/c.ts', 'src/a/b.ts']],
    ['types alone', { 'src/a.ts': "import type { B } from './b.js';", 'src/b.ts': "export type C = import('./a.js').C;" }, ['src/a.ts', 'src/b.ts', 'src/a.ts']],
    ['a file that imports itself', { 'src/a.ts': "import './a.js';" }, ['src/a.ts', 'src/a.ts']],
    ['three files, behind one that is in none', {
      'src/0.ts': "import './a.js';", 'src/a.ts': "import './b.js';", 'src/b.ts': "import './c.js';", 'src/c.ts': "import type { B } from './a.js';",
    }, ['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts']],
  ])('sees %s', (_, files, circle) => {
    expect(findCircles(sources(files))).toEqual([circle]);
  });

  it.each([
    ['two ways to one file', { 'src/a.ts': "import './b.js'; import './c.js';", 'src/b.ts': "import './c.js';", 'src/c.ts': '' }],
    ['what is fetched later', { 'src/a.ts': "export const b = () => import('./b.js');", 'src/b.ts': "import './a.js';" }],
    ['packages', { 'src/lit.ts': "import 'lit';" }],
  ])('takes %s for no circle', (_, files) => {
    expect(findCircles(sources(files))).toEqual([]);
  });
});
