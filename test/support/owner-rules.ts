import { childOf, childrenOf, cookedText, nameOf, stringOf, walk, type Place, type Source, type SyntaxNode } from './syntax.js';

/** A thing that only some files may touch. `what` says what was found, or undefined when the node is innocent. */
interface OwnerRule {
  /** Where it may appear: path beginnings below src/. Empty means nowhere. */
  readonly owners: readonly string[];
  readonly what: (node: SyntaxNode, place: Place) => string | undefined;
}

const rules: readonly OwnerRule[] = [
  { owners: ['storage/'], what: names(['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore']) },
  { owners: ['storage/'], what: documentMembers(['cookie']) },
  { owners: ['receipts/sender.ts', 'page/read-configuration.ts'], what: globals(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Image']) },
  { owners: ['receipts/sender.ts'], what: names(['sendBeacon']) },
  { owners: ['providers/'], what: createdElement(['script', 'iframe']) },
  { owners: ['providers/'], what: templateMarkup },
  { owners: ['providers/'], what: names(['JitsiMeetExternalAPI']) },
  { owners: ['cmp/'], what: names(['__tcfapi', '__gpp', 'Cookiebot', 'UC_UI', 'OneTrust', 'Didomi', 'tarteaucitron', 'BorlabsCookie']) },
  { owners: ['lib/clock.ts'], what: currentTime },
  { owners: ['lib/'], what: globals(['crypto']) },
  { owners: [], what: createdElement(['link', 'object', 'embed', 'frame']) },
  { owners: [], what: globals(['eval', 'Function']) },
  { owners: [], what: documentMembers(['write', 'writeln']) },
  {
    owners: [],
    what: names([
      'unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic', 'innerHTML', 'outerHTML', 'insertAdjacentHTML',
      'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment',
    ]),
  },
];

/** Which owned things a file of src/ touches without owning them, one sentence each. Comments and texts do not count. */
export function checkOwners(source: Source): string[] {
  const path = source.file.replace(/^src\//, '');
  const problems: string[] = [];
  walk(source.program, (node, place) => {
    for (const { owners, what } of rules) {
      const found = what(node, place);
      if (found === undefined || owners.some((owner) => path.startsWith(owner))) continue;
      const where = owners.length === 0 ? 'nowhere' : `only in ${owners.map((owner) => `src/${owner}`).join(', ')}`;
      problems.push(`${source.file}:${source.lineOf(node.start)} uses ${found}: allowed ${where}`);
    }
  });
  return [...new Set(problems)];
}

/** Finds a name wherever it is read or written: alone, as `x.name`, `x['name']` or `{ name: y } = x`. Plain keys are free. */
function names(wanted: readonly string[]): OwnerRule['what'] {
  return (node, place) => {
    if (node.type === 'ObjectPattern') {
      const keys = childrenOf(node, 'properties').map((property) => nameOf(childOf(property, 'key')));
      return keys.find((key) => key !== undefined && wanted.includes(key));
    }
    const name = isMemberName(place) ? (nameOf(node) ?? stringOf(node)) : nameOf(node);
    return name !== undefined && wanted.includes(name) && !isPlainKey(place) ? name : undefined;
  };
}

/** Like `names`, but a member counts only on the global object: `this.fetch()` is someone else's method. */
function globals(wanted: readonly string[]): OwnerRule['what'] {
  const find = names(wanted);
  return (node, place) => {
    const isForeignMember = isMemberName(place) && !isGlobalObject(childOf(place.parent, 'object'));
    return isForeignMember ? undefined : find(node, place);
  };
}

function isMemberName({ parent, key }: Place): boolean {
  return parent?.type === 'MemberExpression' && key === 'property';
}

function isPlainKey({ parent, key }: Place): boolean {
  return key === 'key' && parent?.['computed'] !== true && parent?.['shorthand'] !== true;
}

function isGlobalObject(node: SyntaxNode | undefined): boolean {
  const name = nameOf(node) ?? nameOf(childOf(node, 'property'));
  return name !== undefined && ['window', 'globalThis', 'self', 'top', 'parent', 'defaultView'].includes(name);
}

function documentMembers(wanted: readonly string[]): OwnerRule['what'] {
  return (node) => {
    if (node.type !== 'MemberExpression') return undefined;
    const property = childOf(node, 'property');
    const object = childOf(node, 'object');
    const owner = nameOf(object) ?? nameOf(childOf(object, 'property')) ?? '';
    const name = nameOf(property) ?? stringOf(property) ?? '';
    return wanted.includes(name) && /^(doc|.*document)$/i.test(owner) ? `document.${name}` : undefined;
  };
}

function createdElement(tags: readonly string[]): OwnerRule['what'] {
  return (node) => {
    if (node.type !== 'CallExpression') return undefined;
    const callee = childOf(node, 'callee');
    const method = nameOf(callee) ?? nameOf(childOf(callee, 'property')) ?? '';
    if (!/^createElement(NS)?$/.test(method)) return undefined;
    const tag = childrenOf(node, 'arguments').map(stringOf).find((text) => tags.includes(text?.toLowerCase() ?? ''));
    return tag === undefined ? undefined : `${method}('${tag}')`;
  };
}

/** A frame or script in a Lit template loads just as one from createElement does. */
function templateMarkup(node: SyntaxNode): string | undefined {
  if (node.type !== 'TaggedTemplateExpression') return undefined;
  const markup = childrenOf(childOf(node, 'quasi'), 'quasis').map(cookedText).join('${}');
  return /<(?:script|iframe)\b/i.exec(markup)?.[0];
}

function currentTime(node: SyntaxNode): string | undefined {
  const callee = childOf(node, 'callee');
  if (node.type === 'MemberExpression' && nameOf(childOf(node, 'object')) === 'Date') {
    return nameOf(childOf(node, 'property')) === 'now' ? 'Date.now' : undefined;
  }
  if (nameOf(callee) !== 'Date') return undefined;
  if (node.type === 'CallExpression') return 'Date()';
  return childrenOf(node, 'arguments').length === 0 ? 'new Date()' : undefined;
}
