import { EMBED_ATTRIBUTES } from '../config/embed-attributes.js';
import { type Element, elementsOf, isOwnScript, textIn } from './elements.js';

/** What a page says to the gate, in its own markup. */
export interface PageMarkup {
  /** The `data-` attributes of the gate's script tag, as `dataset` names them; undefined where there is no such tag. */
  readonly dataset: Readonly<Record<string, string>> | undefined;
  /** The texts of all JSON blocks. */
  readonly blocks: readonly string[];
  readonly placeholders: readonly Placeholder[];
  /** The policies of `<meta>` elements in the head. */
  readonly policies: readonly string[];
}

/** A placeholder, or a `<jitsi-gate>` of the author's own. */
export interface Placeholder {
  readonly line: number;
  readonly column: number;
  /** How its attributes begin: `data-jitsi-`, or nothing. */
  readonly prefix: string;
  readonly said: Readonly<Record<string, string>>;
  /** Names with the prefix that no placeholder may have. */
  readonly odd: readonly string[];
  /** The address of `iframe[data-jitsi-src]`. */
  readonly src: string | undefined;
}

const PREFIX = 'data-jitsi-';

const attributesOf = ({ attrs }: Element): Map<string, string> => new Map(attrs.map(({ name, value }) => [name, value]));
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function readPlaceholder(element: Element): Placeholder | undefined {
  const attributes = attributesOf(element);
  const isGate = element.tagName === 'jitsi-gate';
  const src = element.tagName === 'iframe' ? attributes.get(`${PREFIX}src`) : undefined;
  if (!isGate && src === undefined && !attributes.has(`${PREFIX}room`)) return undefined;
  const prefix = isGate ? '' : PREFIX;
  const known: readonly string[] = EMBED_ATTRIBUTES;
  const own = [...attributes].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value] as const);
  return {
    line: element.sourceCodeLocation?.startLine ?? 1,
    column: element.sourceCodeLocation?.startCol ?? 1,
    prefix,
    said: Object.fromEntries(own.filter(([name]) => known.includes(name))),
    odd: isGate ? [] : own.map(([name]) => name).filter((name) => name !== 'src' && !known.includes(name)),
    src,
  };
}

/** Reads what the markup of a page says to the gate. Nothing of it is run. */
export function readPage(html: string): PageMarkup {
  const elements = elementsOf(html);
  const tags = elements.filter((element) => element.tagName === 'script').map((element) => [element, attributesOf(element)] as const);
  const [, own] = tags.find(([, attributes]) => isOwnScript(attributes.get('src') ?? '')) ?? [];
  const metas = elements.filter(({ tagName }) => tagName === 'meta').map(attributesOf);
  return {
    dataset: own && Object.fromEntries([...own].filter(([name]) => name.startsWith('data-')).map(([name, value]) => [camel(name.slice(5)), value])),
    blocks: tags.filter(([, attributes]) => attributes.get('id') === 'jitsi-gate-config' && attributes.get('type') === 'application/json')
      .map(([element]) => textIn(element)),
    placeholders: elements.flatMap((element) => readPlaceholder(element) ?? []),
    policies: metas.filter((meta) => meta.get('http-equiv')?.toLowerCase() === 'content-security-policy').map((meta) => meta.get('content') ?? ''),
  };
}
