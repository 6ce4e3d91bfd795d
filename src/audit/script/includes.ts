/**
 * Includes of the web server (SSI), as they stand in a file that was read from a disk: an `echo` has its default, and another file has its
 * place; both are what a browser would see. Those that nobody can resolve here are named.
 */
const DIRECTIVE = /<!--#\s*(\w+)((?:\s+\w+="[^"]*")*)\s*-->/g;

/** The attributes of a directive. */
const attributesOf = (text: string): ReadonlyMap<string, string> => new Map([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

/** A script without the directives of the web server, and the files that are missing in it. */
export function withoutIncludes(text: string): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const resolved = text.replaceAll(DIRECTIVE, (_whole, name: string, rest: string) => {
    const attributes = attributesOf(rest);
    if (name === 'echo') return attributes.get('default') ?? '';
    const file = attributes.get('virtual') ?? attributes.get('file');
    if (file !== undefined) missing.push(file);
    return '';
  });
  return { text: resolved, missing };
}
