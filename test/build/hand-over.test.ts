import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { handOver } from '../../build/hand-over.js';

/** Chunks by their names; a file is named after its chunk and a hash. */
type Chunks = Readonly<Record<string, string>>;

const fileOf = (name: string): string => `${name}-1a2B.js`;

/** What the plugin makes of a bundle: code by the names of chunks. */
function handedOver(chunks: Chunks): Record<string, string> {
  const bundle = Object.fromEntries(Object.entries(chunks).map(([name, code]) => [fileOf(name), { type: 'chunk', name, fileName: fileOf(name), code }]));
  const { generateBundle } = handOver('first-look');
  if (typeof generateBundle !== 'function') throw new Error('the plugin has no function for the bundle');
  Reflect.apply(generateBundle, undefined, [{}, bundle, true]);
  return Object.fromEntries(Object.values(bundle).map(({ name, code }) => [name, code]));
}

// As the bundler writes them: `$` and `_` are names of exports like any other.
const CHUNKS: Chunks = {
  'rolldown-runtime': 'var e=e=>{let t={};for(let n in e)Object.defineProperty(t,n,{get:e[n],enumerable:!0});return t};export{e as t};',
  'first-look': 'const g=1,b=()=>2,boot=()=>import(`./after-first-look-1a2B.js`).then(e=>e.n);export{g as $,b as _,boot};',
  'after-first-look': 'import{t as e}from"./rolldown-runtime-1a2B.js";import{$ as t,_ as n}from"./first-look-1a2B.js";var r=e({sum:()=>i});function i(){return t+n()}export{r as n,i as t};',
  opened: 'import{t}from"./rolldown-runtime-1a2B.js";import{_ as e}from"./first-look-1a2B.js";import{t as n}from"./after-first-look-1a2B.js";var r=t({twice:()=>i});function i(){return 2*n()+e()}export{r as t};',
};

describe('handing over the first look', () => {
  const made = handedOver(CHUNKS);
  const place = 'window["first-look-1a2B"]';

  it('turns imports of the first chunk into reads of the window, by their places', () => {
    expect(made['after-first-look']).toContain(`const{2:t,3:n}=${place};`);
    expect(made['opened']).toContain(`const{3:e}=${place};`);
  });

  it('hands over every export of the first chunk, and exports only what it is imported for', () => {
    expect(made['first-look']).toMatch(/^let __t="";const __p.*;Object\.defineProperty\(window,"first-look-1a2B",\{value:\[.*,__i,g,b,boot\]\}\);export\{boot\};$/);
  });

  it('leaves no static import in later chunks, and fetches all of them in one way', () => {
    expect(made['opened']).toContain(`const[{t:n}]=await Promise.all([${place}[1]("after-first-look-1a2B.js")]);`);
    expect(made['first-look']).toContain('boot=()=>__i("after-first-look-1a2B.js").then(e=>e.n)');
    expect(Object.values(made).join('\n')).not.toMatch(/^import|;import/m);
  });

  it('removes the chunk of the bundler, and every import of it from later chunks', () => {
    expect(Object.keys(made)).toEqual(['first-look', 'after-first-look', 'opened']);
    expect([made['after-first-look'], made['opened']].join()).not.toContain('rolldown-runtime');
  });

  it.each<[string, Chunks]>([
    ['there is no first chunk', { opened: 'export{};' }],
    ['the first chunk exports nothing at its end', { 'first-look': 'export const boot=1;', opened: '' }],
    ['the first chunk needs the chunk that is removed', { 'first-look': 'import{t as e}from"./rolldown-runtime-1a2B.js";export{boot};' }],
    ['a later chunk imports the first one for its effect', { 'first-look': 'export{boot};', opened: 'import"./first-look-1a2B.js";' }],
    ['a later chunk imports the first one as a whole', { 'first-look': 'export{boot};', opened: 'import*as e from"./first-look-1a2B.js";' }],
    ['a later chunk fetches the first one', { 'first-look': 'export{boot};', opened: 'import(`./first-look-1a2B.js`);' }],
  ])('says so where it cannot: %s', (_, chunks) => {
    expect(() => handedOver(chunks)).toThrow(/first-look/);
  });
});

describe('what was handed over', () => {
  let folder = '';

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Writes the chunks into a folder and runs a script there, in a Node of its own; gives what it prints as JSON. */
  function run(script: string): unknown {
    folder = mkdtempSync(join(tmpdir(), 'jitsi-gate-hand-over-'));
    const files = { 'package.json': '{"type":"module"}', ...Object.fromEntries(Object.entries(handedOver(CHUNKS)).map(([chunk, code]) => [fileOf(chunk), code])) };
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    writeFileSync(join(folder, 'run.js'), `globalThis.window = {};\n${script}`);
    return JSON.parse(execFileSync(process.execPath, [join(folder, 'run.js')], { encoding: 'utf8', cwd: folder }));
  }

  it('is found by later chunks, and their exports by whoever fetches them', () => {
    const found = run(`const { boot } = await import('./first-look-1a2B.js');
      const { sum } = await boot();
      const { t } = await import('./opened-1a2B.js');
      console.log(JSON.stringify([sum(), t.twice(), Object.keys(window)]));`);
    // A page that lists its own things does not meet it.
    expect(found).toEqual([3, 8, []]);
  });

  it('is asked for by another address after it could not be had', () => {
    const found = run(`import { renameSync } from 'node:fs';
      const { boot } = await import('./first-look-1a2B.js');
      const file = 'after-first-look-1a2B.js';
      renameSync(file, 'away.js');
      const lost = await boot().catch((error) => error.code);
      renameSync('away.js', file);
      const { sum } = await boot();
      console.log(JSON.stringify([lost, sum(), (await boot()).sum === sum]));`);
    expect(found).toEqual(['ERR_MODULE_NOT_FOUND', 3, true]);
  });
});
