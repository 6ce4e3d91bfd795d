import { childOf, childrenOf, cookedText, nameOf, stringOf, walk, type Source, type SyntaxNode } from './syntax.js';

/** One reference from a file to another module. */
export interface FoundImport {
  /** The path as written. For a template such as `./locales/${lang}.js` only the part before the first expression. */
  readonly specifier: string;
  /** `type` counts like `static`: a layer that names another layer's types depends on it. */
  readonly kind: 'static' | 'type' | 'dynamic' | 'unreadable';
  readonly line: number;
}

/**
 * Every import of a file in the order of the text: `import`, `export … from`, `import()`, `import('x').T` in types and
 * `import.meta.glob`. A dynamic import whose path cannot be read from the text is `unreadable`.
 */
export function findImports(source: Source): FoundImport[] {
  const found: FoundImport[] = [];
  walk(source.program, (node) => {
    for (const { specifier, kind } of importsOf(node)) {
      found.push({ specifier, kind, line: source.lineOf(node.start) });
    }
  });
  return found;
}

type Reference = Pick<FoundImport, 'specifier' | 'kind'>;

function importsOf(node: SyntaxNode): Reference[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = stringOf(childOf(node, 'source'));
      const isType = node['importKind'] === 'type' || node['exportKind'] === 'type';
      return specifier === undefined ? [] : [{ specifier, kind: isType ? 'type' : 'static' }];
    }
    case 'TSImportType':
      return [readPath(childOf(node, 'source'), 'type')];
    case 'ImportExpression':
      return [readPath(childOf(node, 'source'), 'dynamic')];
    case 'CallExpression':
      return globsOf(node);
    default:
      return [];
  }
}

function readPath(path: SyntaxNode | undefined, kind: 'type' | 'dynamic'): Reference {
  const whole = stringOf(path);
  if (whole !== undefined) return { specifier: whole, kind };
  const start = path?.type === 'TemplateLiteral' ? cookedText(childrenOf(path, 'quasis')[0]) : '';
  return start.startsWith('.') ? { specifier: start, kind } : { specifier: '', kind: 'unreadable' };
}

function globsOf(call: SyntaxNode): Reference[] {
  const callee = childOf(call, 'callee');
  const isGlob = childOf(callee, 'object')?.type === 'MetaProperty' && nameOf(childOf(callee, 'property')) === 'glob';
  if (!isGlob) return [];
  const first = childrenOf(call, 'arguments')[0];
  const patterns = first?.type === 'ArrayExpression' ? childrenOf(first, 'elements') : [first];
  return patterns.map((pattern) => readPath(pattern, 'dynamic'));
}
