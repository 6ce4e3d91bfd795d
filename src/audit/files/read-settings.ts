/** A setting as it stands in a file of a server. */
export interface FileSetting {
  /** Its name, with those of the blocks around it: `videobridge.http-servers.private.host`. */
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/** Blocks deeper than this are none of a server's settings. */
const MOST_LEVELS = 20;

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
const withoutComment = (line: string, mark: RegExp): string => {
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const sign = line[index] ?? '';
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (mark.test(line.slice(index, index + 2))) return line.slice(0, index);
  }
  return line;
};

/** A line, or several that hold one list. */
interface LogicalLine {
  text: string;
  readonly line: number;
}

/** The lines of a file without comments; a list that goes over several is one. */
function logicalLines(text: string, comment: RegExp): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = withoutComment(raw, comment).trim();
    if (open) open.text += ` ${line}`;
    else lines.push(open = { text: line, line: index + 1 });
    if (!open.text.includes('[') || open.text.includes(']')) open = undefined;
  }
  return lines;
}

/** Takes in a part of a line of HOCON: a block begins or ends, or a setting stands there. */
function takePart(part: string, path: string[]): Omit<FileSetting, 'line'> | undefined {
  const [, block] = /^\s*([\w."-]+)\s*[=:]?\s*\{$/.exec(part) ?? [];
  if (block !== undefined && path.length < MOST_LEVELS) path.push(block.replaceAll('"', ''));
  if (part.trim().startsWith('}')) path.pop();
  if (block !== undefined) return undefined;
  const [, key, value = ''] = /^\s*\}?\s*,?\s*([\w."-]+)\s*[=:]\s*(.+?)\s*,?\s*$/.exec(part) ?? [];
  return key === undefined || value.endsWith('{') ? undefined : { key: [...path, key.replaceAll('"', '')].join('.'), value: unquoted(value) };
}

/** HOCON as Jitsi's own files have it: blocks, paths and one value on a line (https://github.com/lightbend/config/blob/main/HOCON.md). */
export function readHocon(text: string): FileSetting[] {
  const path: string[] = [];
  return logicalLines(text, /^(?:#|\/\/)/).flatMap(({ text: line, line: number }) => line.split(/(?<=\{)|(?=\})/).flatMap((part): FileSetting[] => {
    const found = takePart(part, path);
    return found ? [{ key: found.key, value: found.value, line: number }] : [];
  }));
}

/** Java properties: one `name=value` on a line. */
export const readProperties = (text: string): FileSetting[] => text.split('\n').flatMap((line, index) => {
  const [, key, value = ''] = /^\s*([^#!\s=:][^=:\s]*)\s*[=:]\s*(.*)$/.exec(line) ?? [];
  return key === undefined ? [] : [{ key, value: value.trim(), line: index + 1 }];
});

/** coturn: a name, and a value after a sign of equality; a name alone is on. */
export const readCoturn = (text: string): FileSetting[] => text.split('\n').flatMap((line, index) => {
  const [, key, value = 'true'] = /^\s*([a-z][\w-]*)\s*(?:=\s*(.*?))?\s*$/.exec(line) ?? [];
  return key === undefined ? [] : [{ key, value, line: index + 1 }];
});

/** Takes comments out of Lua, and leaves every line where it is. */
const withoutLuaComments = (text: string): string => text.replaceAll(/--\[\[(?:[^]*?\]\]|[^]*)/g, (whole) => whole.replaceAll(/[^\n]/g, ' ')).split('\n').map((line) => withoutComment(line, /^--/)).join('\n');

/** Prosody: `name = value` in sections of hosts; a table is one text. */
export function readProsody(text: string): FileSetting[] {
  const found: FileSetting[] = [];
  let section = '';
  let open: { key: string; value: string; line: number; depth: number } | undefined;
  const depthOf = (part: string): number => (part.match(/\{/g)?.length ?? 0) - (part.match(/\}/g)?.length ?? 0);
  for (const [index, line] of withoutLuaComments(text).split('\n').entries()) {
    if (open) {
      open.value += ` ${line.trim()}`;
      open.depth += depthOf(line);
      if (open.depth > 0) continue;
      found.push({ key: open.key, value: open.value, line: open.line });
      open = undefined;
      continue;
    }
    const [, kind, host = ''] = /^\s*(VirtualHost|Component)\s*\(?\s*["']([^"']*)["']/.exec(line) ?? [];
    if (kind !== undefined) section = `${host}.`;
    const [, name, value = ''] = /^\s*([A-Za-z_]\w*)\s*=\s*(.+?)\s*;?\s*$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (depthOf(value) > 0) open = { key: section + name, value, line: index + 1, depth: depthOf(value) };
    else found.push({ key: section + name, value: unquoted(value), line: index + 1 });
  }
  return found;
}

/** nginx: directives by the blocks around them: `http.server.location /x.add_header`. */
export function readNginx(text: string): FileSetting[] {
  const found: FileSetting[] = [];
  const path: string[] = [];
  let words = '';
  let began = 1;
  let line = 1;
  // What stands between quotation marks ends nothing.
  const bare = text.replaceAll(/(^|\s)#[^\n]*/g, '$1').replaceAll(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => quoted.replaceAll(/[{};]/g, ' '));
  for (const part of bare.split(/([{};\n])/)) {
    if (part === '\n') line += 1;
    if (part === ';') {
      const [name = '', ...rest] = words.trim().split(/\s+/);
      if (name) found.push({ key: [...path, name].join('.'), value: rest.join(' '), line: began });
    } else if (part === '{') path.push(words.trim().replaceAll(/\s+/g, ' '));
    else if (part === '}') path.pop();
    if (/[{};]/.test(part)) words = '';
    else {
      if (words.trim() === '') began = line;
      words += part === '\n' ? ' ' : part;
    }
  }
  return found;
}

/** logrotate: how many days the files of a pattern are kept. */
export function keptDays(text: string): { readonly files: string; readonly days: number; readonly line: number }[] {
  const DAYS: Readonly<Record<string, number>> = { hourly: 1 / 24, daily: 1, weekly: 7, monthly: 31, yearly: 366 };
  return [...text.matchAll(/^([^\n{}#]+)\{([^}]*)\}/gm)].flatMap(({ 1: files = '', 2: body = '', index }) => {
    const period = Object.keys(DAYS).find((name) => new RegExp(String.raw`^\s*${name}\s*$`, 'm').test(body));
    const rotate = /^\s*rotate\s+(\d+)/m.exec(body)?.[1];
    if (period === undefined || rotate === undefined) return [];
    return [{ files: files.trim(), days: Math.ceil((DAYS[period] ?? 1) * Number(rotate)), line: text.slice(0, index).split('\n').length }];
  });
}
