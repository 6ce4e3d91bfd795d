import type { AnyNode, BlockStatement, Expression, ForInStatement, ForOfStatement, ForStatement, FunctionDeclaration, IfStatement, Pattern, Statement, SwitchStatement, TryStatement, VariableDeclaration } from 'acorn';
import { EXPRESSIONS } from './expressions.js';
import { Halt, type Interpreter, type Reader } from './interpreter.js';
import { type FunctionNode, type Scope, type Value, UNKNOWN, arrayOf, merge, truthOf } from './values.js';

/** What a statement leaves behind: nothing, or that the function or loop ends there. */
type Ends = { readonly kind: 'return'; readonly value: Value; readonly isSure: boolean } | { readonly kind: 'break' } | undefined;

/** The end of something of which nobody knows whether it runs. */
const unsure = (ends: Ends): Ends => (ends?.kind === 'return' ? { ...ends, isSure: false } : ends);

type Execute<Node extends AnyNode> = (node: Node, scope: Scope, reader: StatementReader) => Ends;

interface StatementReader extends Reader {
  execute(node: AnyNode | null | undefined, scope: Scope): Ends;
}

const inner = (scope: Scope, isFunction = false): Scope => ({ names: new Map(), parent: scope, isFunction });

/** Functions are known before the first statement runs. */
function hoist(body: readonly AnyNode[], scope: Scope, run: Interpreter): void {
  for (const node of body) if (node.type === 'FunctionDeclaration' && node.id) run.declareVar(node.id.name, { type: 'function', node: node as FunctionDeclaration, scope }, scope);
}

/** Runs statements in order. What follows one that may have ended the function runs only perhaps. */
function all(body: readonly AnyNode[], scope: Scope, reader: StatementReader): Ends {
  hoist(body, scope, reader.run);
  const [first, ...rest] = body;
  if (!first) return undefined;
  const before = reader.run.certainty;
  const seen: Value[] = [];
  try {
    for (const node of [first, ...rest]) {
      const ends = reader.execute(node, scope);
      if (!ends) continue;
      if (ends.kind === 'break' && reader.run.certainty === before) return ends;
      if (ends.kind === 'return' && ends.isSure && seen.length === 0) return ends;
      if (ends.kind === 'return') seen.push(ends.value);
      if (before === 'once') reader.run.certainty = 'perhaps';
    }
  } finally {
    reader.run.certainty = before;
  }
  return seen.length > 0 ? { kind: 'return', value: [...seen, UNKNOWN].reduce<Value>(merge, seen[0]), isSure: false } : undefined;
}

const runIf: Execute<IfStatement> = (node, scope, { run, value, execute }) => {
  const truth = truthOf(value(node.test, scope));
  if (truth !== undefined) return execute(truth ? node.consequent : node.alternate, scope);
  return run.within('perhaps', () => {
    const [one, other] = [execute(node.consequent, scope), execute(node.alternate, scope)];
    return unsure(one ?? other);
  });
};

type Loop = ForStatement | ForInStatement | ForOfStatement | Extract<AnyNode, { type: 'WhileStatement' | 'DoWhileStatement' }>;

/** What a loop gives to each of its rounds is not known. */
function readHead(node: Loop, within: Scope, { value, bind, execute }: StatementReader): void {
  if ('left' in node) {
    const { left } = node;
    if (left.type === 'VariableDeclaration') for (const { id } of left.declarations) bind(id, UNKNOWN, { scope: within, kind: 'let' });
    else bind(left, UNKNOWN, { scope: within, kind: 'assign' });
    value(node.right, within);
    return;
  }
  if ('init' in node && node.init?.type === 'VariableDeclaration') execute(node.init, within);
  else if ('init' in node) value(node.init, within);
  value(node.test, within);
  if ('update' in node) value(node.update, within);
}

/** A loop is read once: whatever it writes may be anything afterwards. */
const runLoop: Execute<Loop> = (node, scope, reader) => reader.run.within('often', () => {
  const within = inner(scope);
  readHead(node, within, reader);
  const ends = reader.execute(node.body, within);
  return ends?.kind === 'return' ? unsure(ends) : undefined;
});

/** What is tried may end anywhere, so all of it runs only perhaps, and so does what catches it. */
const runTry: Execute<TryStatement> = (node, scope, { run, execute, bind }) => {
  const ends = run.within('perhaps', () => {
    const tried = execute(node.block, scope);
    const caught = inner(scope);
    if (node.handler?.param) bind(node.handler.param, UNKNOWN, { scope: caught, kind: 'let' });
    const handled = execute(node.handler?.body, caught);
    return unsure(tried ?? handled);
  });
  return execute(node.finalizer, scope) ?? ends;
};

const runSwitch: Execute<SwitchStatement> = (node, scope, { run, value, execute }) => {
  value(node.discriminant, scope);
  return run.within('perhaps', () => {
    const ends = node.cases.flatMap(({ consequent }) => consequent.map((one) => execute(one, scope))).find((end) => end?.kind === 'return');
    return unsure(ends);
  });
};

const runDeclaration: Execute<VariableDeclaration> = (node, scope, { run, value, bind }) => {
  const kind = node.kind === 'var' ? 'var' : 'let';
  for (const { id, init } of node.declarations) {
    // `var config;` and `var config = config || {}` leave what is there.
    if (kind === 'var' && id.type === 'Identifier' && !isDeclared(id.name, scope)) run.declareVar(id.name, undefined, scope);
    if (init || kind === 'let') bind(id, init ? value(init, scope) : undefined, { scope, kind });
  }
  return undefined;
};

/** Whether a name is one of the function around. */
function isDeclared(name: string, scope: Scope): boolean {
  let at = scope;
  while (!at.isFunction && at.parent && !at.names.has(name)) at = at.parent;
  return at.names.has(name);
}

const nothing = (): undefined => undefined;

/** How each kind of statement is run. Any other kind is an expression. */
const STATEMENTS: Readonly<Partial<Record<AnyNode['type'], Execute<never>>>> = {
  BlockStatement: ((node, scope, reader) => all(node.body, inner(scope), reader)) satisfies Execute<BlockStatement>,
  ExpressionStatement: ((node, scope, { value }) => (value(node.expression, scope), undefined)) satisfies Execute<Extract<AnyNode, { type: 'ExpressionStatement' }>>,
  VariableDeclaration: runDeclaration,
  FunctionDeclaration: nothing,
  EmptyStatement: nothing,
  IfStatement: runIf,
  ForStatement: runLoop,
  ForInStatement: runLoop,
  ForOfStatement: runLoop,
  WhileStatement: runLoop,
  DoWhileStatement: runLoop,
  TryStatement: runTry,
  SwitchStatement: runSwitch,
  LabeledStatement: ((node, scope, { execute }) => execute(node.body, scope)) satisfies Execute<Extract<AnyNode, { type: 'LabeledStatement' }>>,
  WithStatement: ((node, scope, { run, value, execute }) => run.within('often', () => (run.spoil(value(node.object, scope)), execute(node.body, scope)))) satisfies Execute<Extract<AnyNode, { type: 'WithStatement' }>>,
  ReturnStatement: ((node, scope, { value }) => ({ kind: 'return', value: value(node.argument, scope), isSure: true })) satisfies Execute<Extract<AnyNode, { type: 'ReturnStatement' }>>,
  BreakStatement: (() => ({ kind: 'break' })) satisfies Execute<AnyNode>,
  ContinueStatement: (() => ({ kind: 'break' })) satisfies Execute<AnyNode>,
  ThrowStatement: ((node, scope, { run, value }) => {
    value(node.argument, scope);
    if (run.certainty === 'once') throw new Halt('error', node.start);
    return undefined;
  }) satisfies Execute<Extract<AnyNode, { type: 'ThrowStatement' }>>,
};

type Target = Parameters<Reader['bind']>[2];

/** How a name gets a value. */
const BINDS = { assign: 'write', var: 'declareVar', let: 'declare' } as const;

/** Makes what reads the nodes of scripts into a state. */
export function createReader(run: Interpreter): StatementReader {
  const reader: StatementReader = { run, value, bind, call, execute };

  function value(node: AnyNode | null | undefined, scope: Scope): Value {
    if (!node) return undefined;
    run.step(node);
    const read = EXPRESSIONS[node.type] as ((node: AnyNode, scope: Scope, reader: Reader) => Value) | undefined;
    return run.deeper(() => (read ? read(node, scope, reader) : UNKNOWN), UNKNOWN);
  }

  function execute(node: AnyNode | null | undefined, scope: Scope): Ends {
    if (!node) return undefined;
    run.step(node);
    const { [node.type]: go } = STATEMENTS;
    if (go) return run.deeper(() => (go as unknown as Execute<AnyNode>)(node, scope, reader), undefined);
    value(node as Expression, scope);
    return undefined;
  }

  function bind(pattern: Pattern, made: Value, { scope, kind }: Target): void {
    if (pattern.type === 'Identifier') return run[BINDS[kind]](pattern.name, made, scope);
    if (pattern.type === 'MemberExpression') {
      const key = pattern.computed ? value(pattern.property, scope) : (pattern.property as { name: string }).name;
      return run.setMember({ object: value(pattern.object, scope), key: typeof key === 'string' || typeof key === 'number' ? String(key) : undefined, value: made, at: pattern.start });
    }
    const parts = pattern.type === 'ObjectPattern' ? pattern.properties.map((part) => (part.type === 'Property' ? part.value : part.argument)) : pattern.type === 'ArrayPattern' ? pattern.elements : [pattern.type === 'AssignmentPattern' ? pattern.left : pattern.argument];
    for (const part of parts) if (part) bind(part, UNKNOWN, { scope, kind });
  }

  function call(node: FunctionNode, args: readonly Value[], around: Scope): Value {
    const scope = inner(around, true);
    node.params.forEach((param, index) => bind(param, param.type === 'RestElement' ? UNKNOWN : args[index], { scope, kind: 'let' }));
    scope.names.set('arguments', arrayOf([...args], true));
    if (node.async || node.generator) return run.within('often', () => (execute(node.body, scope), UNKNOWN));
    if (node.body.type !== 'BlockStatement') return value(node.body, scope);
    const before = run.certainty;
    const ends = all(node.body.body, scope, reader);
    run.certainty = before;
    return ends?.kind === 'return' ? ends.value : undefined;
  }

  return reader;
}

/** Runs the statements of a script at the top of a page. @throws Halt */
export function runStatements(body: readonly Statement[], run: Interpreter): void {
  all(body, run.top, createReader(run));
}
