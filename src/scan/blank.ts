/** Puts spaces in the place of something, so that all else stays on its line and in its column. */
const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** What templates put between their own marks: code that is not a part of the page. What it prints is not known. */
const CODE: Readonly<Record<string, RegExp>> = {
  php: /<\?(?:php|=)?[^]*?(?:\?>|$(?![^]))/g,
  twig: /\{#[^]*?#\}|\{%[^]*?%\}|\{\{[^]*?\}\}/g,
  liquid: /\{%-?\s*comment[^]*?endcomment\s*-?%\}|\{%[^]*?%\}|\{\{[^]*?\}\}/g,
  blade: /\{\{--[^]*?--\}\}|@php[^]*?@endphp|\{\{[^]*?\}\}|\{!![^]*?!!\}|<\?(?:php|=)?[^]*?\?>/g,
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

const COMMENTS_AND_TEXTS = /\/\*[^]*?\*\/|(?<![:\\"'`\w])\/\/[^\n]*|\{\/\*[^]*?\*\/\}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/g;

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
