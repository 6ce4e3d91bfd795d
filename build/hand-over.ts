import type { Plugin } from 'vite';

const IMPORT = /import\{([^}]*)\}from"\.\/([\w-]+)\.js";/g;
const EXPORT = /export\{([^}]*)\};?\s*$/;

/** The bundler's own file. All that it holds makes the namespace of a module that is imported dynamically. */
const RUNTIME = 'rolldown-runtime';
// It names what is defined further down, so each is asked for when it is read.
const NAMESPACE = 'e=>new Proxy(e,{get:(e,n)=>e[n]?.()})';

/** How the first chunk writes that a file lies beside it. */
export const BESIDE = '"./"+';

/**
 * How the first chunk fetches the others, each once. After one could not be had, all are asked for by other addresses:
 * Firefox keeps the failure of an address as long as the page is open (https://html.spec.whatwg.org/multipage/webappapis.html#module-map).
 */
const FETCH = `let __t="";const __p={},__i=n=>__p[n]??=import(${BESIDE}n+__t).catch(e=>{__t="?"+Date.now();delete __p[n];throw e});`;
const FETCHED = /import\(`\.\/([\w-]+\.js)`\)/g;

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

/** The first chunk: its exports become a list that is a property of the window, after what makes a namespace and what fetches. */
function give(code: string, name: string): string {
  if (code.includes(`./${RUNTIME}`)) throw new Error(`${name} needs ${RUNTIME}, which is removed`);
  const list = [NAMESPACE, '__i', ...exportsOf(code, name).map(([inside]) => inside)];
  const given = code.replace(EXPORT, (_, names: string) => `Object.defineProperty(window,${JSON.stringify(name)},{value:[${list.join()}]});export{${own(names)}};`);
  return FETCH + given.replace(FETCHED, '__i("$1")');
}

/**
 * A later chunk: its imports of the first one become reads of that list, and those of others are fetched by the same way as all
 * else, so that each of them can be asked for again and none runs twice.
 */
function take(code: string, name: string, given: readonly string[]): string {
  const place = `window[${JSON.stringify(name)}]`;
  const others: [names: string, file: string][] = [];
  const rest = code.replace(IMPORT, (_, names: string, from: string) => {
    if (from.startsWith(RUNTIME)) return `const ${names.replace(/^.*\s/, '')}=${place}[0];`;
    if (from === name) return `const{${pairs(names).map(([outside, local]) => `${given.indexOf(outside) + 2}:${local}`).join()}}=${place};`;
    others.push([`{${pairs(names).map((both) => both.join(':')).join()}}`, `${place}[1]("${from}.js")`]);
    return '';
  });
  // What stands beside a file that has no such list, as the languages do, is fetched as it is.
  const fetching = rest.includes(place) ? rest.replace(FETCHED, `${place}[1]("$1")`) : rest;
  const taken = others.length === 0 ? fetching : `const[${others.map(([names]) => names).join()}]=await Promise.all([${others.map(([, file]) => file).join()}]);${fetching}`;
  if (rest.includes(`./${name}.js`)) throw new Error(`a later chunk would fetch ${name} again: ${rest.slice(0, 200)}`);
  return taken;
}

/**
 * Hands what later chunks need of the first one over by a hidden property of the window instead of an import. So the first
 * chunk can stand in a classic script, together with the entry, and later chunks find it in either place and never fetch it
 * again. The property carries the hash of the first chunk: files of different releases never meet. Later chunks have no static
 * import, so each can be asked for again by another address without running twice.
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
