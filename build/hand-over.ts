import type { Plugin } from 'vite';

const IMPORT = /import\{([^}]*)\}from"\.\/([\w-]+)\.js";/g;
const EXPORT = /export\{([^}]*)\};?\s*$/;

/** The bundler's own file. All that it holds makes the namespace of a module that is imported dynamically. */
const RUNTIME = 'rolldown-runtime';
const NAMESPACE = 'e=>{const t={};for(const n in e)Object.defineProperty(t,n,{get:e[n]});return t}';

/** `a as b, c` of an import or export as pairs of names, the second being the first one where there is no other. */
function pairs(names: string): [first: string, second: string][] {
  return names.split(',').map((name) => {
    const [first = '', second = first] = name.trim().split(/\s+as\s+/);
    return [first, second];
  });
}

/** What a chunk exports under a name of its own, not for other chunks alone. */
const own = (names: string): string => names.split(',').filter((name) => /\w{3,}$/.test(name)).join();

/** What the exports of a chunk are. They stand at its end. */
function exportsOf(code: string, name: string): [inside: string, outside: string][] {
  const [, names] = EXPORT.exec(code) ?? [];
  if (names === undefined) throw new Error(`${name} hands nothing over: its exports do not stand at its end`);
  return pairs(names);
}

/** The first chunk: its exports become a list that is a property of the window, after what makes a namespace. */
function give(code: string, name: string): string {
  if (code.includes(`./${RUNTIME}`)) throw new Error(`${name} needs ${RUNTIME}, which is removed`);
  const list = [NAMESPACE, ...exportsOf(code, name).map(([inside]) => inside)];
  return code.replace(EXPORT, (_, names: string) => `Object.defineProperty(window,${JSON.stringify(name)},{value:[${list.join()}]});export{${own(names)}};`);
}

/** A later chunk: its imports of the first one become reads of that list. */
function take(code: string, name: string, given: readonly string[]): string {
  const place = `window[${JSON.stringify(name)}]`;
  const taken = code.replace(IMPORT, (whole, names: string, from: string) => {
    if (from.startsWith(RUNTIME)) return `const ${names.replace(/^.*\s/, '')}=${place}[0];`;
    return from === name ? `const{${pairs(names).map(([outside, local]) => `${given.indexOf(outside) + 1}:${local}`).join()}}=${place};` : whole;
  });
  if (taken.includes(`./${name}.js`)) throw new Error(`a later chunk would fetch ${name} again: ${taken.slice(0, 200)}`);
  return taken;
}

/**
 * Hands what later chunks need of the first one over by a hidden property of the window instead of an import. So the first
 * chunk can stand in a classic script, together with the entry, and later chunks find it in either place and never fetch it
 * again. The property carries the hash of the first chunk: files of different releases never meet.
 */
export function handOver(first: string): Plugin {
  return {
    name: 'jitsi-gate:hand-over',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const firstChunk = chunks.find((chunk) => chunk.name === first);
      if (!firstChunk) throw new Error(`there is no chunk named ${first}`);
      const name = firstChunk.fileName.replace(/\.js$/, '');
      const given = exportsOf(firstChunk.code, name).map(([, outside]) => outside);
      for (const chunk of chunks) {
        if (chunk.name === RUNTIME) delete bundle[chunk.fileName];
        else chunk.code = chunk.name === first ? give(chunk.code, name) : take(chunk.code, name, given);
      }
    },
  };
}
