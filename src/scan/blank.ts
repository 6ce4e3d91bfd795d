/** Puts spaces in the place of something, so that all else stays on its line and in its column. */
const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** From a mark to another one, or to the end: a mark that nobody closes is looked for once, and not anew from each that follows. */
const between = (start: string, end: string): string => String.raw`${start}(?:[^]*?(?:${end})|[^]*)`;
const either = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'g');

const PHP = between(String.raw`<\?(?:php|=)?`, String.raw`\?>`);
const MUSTACHES = [between(String.raw`\{%`, String.raw`%\}`), between(String.raw`\{\{`, String.raw`\}\}`)];

/** What templates put between their own marks: code that is not a part of the page. What it prints is not known. */
const CODE: Readonly<Record<string, RegExp>> = {
  php: either(PHP),
  twig: either(between(String.raw`\{#`, String.raw`#\}`), ...MUSTACHES),
  liquid: either(between(String.raw`\{%-?\s*comment\b`, String.raw`endcomment\s*-?%\}`), ...MUSTACHES),
  blade: either(between(String.raw`\{\{--`, String.raw`--\}\}`), between('@php', '@endphp'), between(String.raw`\{\{`, String.raw`\}\}`), between(String.raw`\{!!`, String.raw`!!\}`), PHP),
  astro: /^---\n[^]*?\n---/g,
};

/** Blocks of code in Markdown show markup and do not mean it. */
const QUOTED = /^(?<fence>`{3,}|~{3,})[^\n]*\n[^]*?(?:\n\k<fence>[^\n]*|$(?![^]))|(?<ticks>`+)(?!`)[^]*?[^`]\k<ticks>(?!`)|^(?: {4}|\t)[^\n]*$/gm;

/** The text of a template as markup, its own code left out. */
export function withoutTemplateCode(text: string, kind: string): string {
  const { [kind]: code } = CODE;
  return code ? text.replaceAll(code, blanked) : text;
}

/** Markdown as the markup in it. */
export const withoutQuotes = (text: string): string => text.replaceAll(QUOTED, blanked);

/** Comments and texts of a script. One that nobody closes goes on to the end. */
const COMMENTS_AND_TEXTS = either(between(String.raw`\/\*`, String.raw`\*\/`), String.raw`(?<![:\\"'\`\w])\/\/[^\n]*`, String.raw`"(?:[^"\\\n]|\\.)*"`, String.raw`'(?:[^'\\\n]|\\.)*'`, '`(?:[^`\\\\]|\\\\[^])*`');

/** What stands between quotation marks in a script, with where it begins. */
export interface Quoted {
  readonly text: string;
  readonly start: number;
}

/** A script without its comments and texts, and its texts by themselves. */
export function readCode(code: string): { readonly bare: string; readonly texts: readonly Quoted[] } {
  const texts: Quoted[] = [];
  const bare = code.replaceAll(COMMENTS_AND_TEXTS, (whole, ...rest) => {
    const start = rest.at(-2) as number;
    if (/^["'`]/.test(whole)) texts.push({ text: whole.slice(1, -1), start: start + 1 });
    return blanked(whole);
  });
  return { bare, texts };
}
