import type { AnyNode, ArrayExpression, AssignmentExpression, CallExpression, LogicalExpression, MemberExpression, NewExpression, ObjectExpression, Property, SpreadElement, TemplateLiteral, UnaryExpression, UpdateExpression } from 'acorn';
import type { Reader } from './interpreter.js';
import { arrayMethod, hasOwn, textMethod } from './natives.js';
import { binary, unary } from './operators.js';
import { type ArrayValue, type Scope, type Value, UNKNOWN, arrayOf, isPrimitive, isUnknown, mapOptions, merge, objectOf, optionsOf, textOf, truthOf } from './values.js';

type Read<Node extends AnyNode> = (node: Node, scope: Scope, reader: Reader) => Value;

/** The key that a property has, where that is known. */
function keyOf({ computed, key }: { computed: boolean; key: AnyNode }, scope: Scope, { value }: Reader): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  const found = value(key, scope);
  return isPrimitive(found) && found !== undefined ? String(found) : undefined;
}

const memberKey = (node: MemberExpression, scope: Scope, reader: Reader): string | undefined => keyOf({ computed: node.computed, key: node.property }, scope, reader);

const readMember: Read<MemberExpression> = (node, scope, reader) => {
  const object = reader.value(node.object, scope);
  const key = memberKey(node, scope, reader);
  return key === undefined ? UNKNOWN : reader.run.member(object, key);
};

/** Puts a property, or all of those of a spread object, into an object. */
function addProperty(object: ReturnType<typeof objectOf>, part: Property | SpreadElement, { scope, reader }: { scope: Scope; reader: Reader }): void {
  if (part.type === 'SpreadElement') {
    const spread = reader.value(part.argument, scope);
    if (isPrimitive(spread)) return;
    if (spread.type === 'object') for (const [key, value] of spread.props) object.props.set(key, value);
    if (spread.type !== 'object' || spread.isOpen) object.isOpen = true;
    return;
  }
  const key = keyOf(part, scope, reader);
  const value = part.kind === 'init' ? reader.value(part.value, scope) : UNKNOWN;
  if (key === undefined) object.isOpen = true;
  else object.props.set(key, value);
}

const readObject: Read<ObjectExpression> = (node, scope, reader) => {
  const object = objectOf();
  for (const part of node.properties) addProperty(object, part, { scope, reader });
  return object;
};

/** The values of a list, and whether there may be more of them. */
function listOf(nodes: readonly (AnyNode | null)[], scope: Scope, { value }: Reader): ArrayValue {
  const list = arrayOf();
  for (const node of nodes) {
    if (node?.type !== 'SpreadElement') {
      list.items.push(value(node, scope));
      continue;
    }
    const spread = value(node.argument, scope);
    if (!isPrimitive(spread) && spread.type === 'array' && !spread.isOpen) list.items.push(...spread.items);
    else list.isOpen = true;
  }
  return list;
}

const readTemplate: Read<TemplateLiteral> = (node, scope, { value }) => node.quasis.reduce<Value>((text, { value: { cooked } }, index) => {
  const expression = node.expressions[index];
  const next = binary('+', text, cooked ?? '');
  const whole = expression ? binary('+', next, mapOptions(value(expression, scope), (one) => (isPrimitive(one) && typeof one !== 'bigint' ? textOf(String(one)) : UNKNOWN))) : next;
  return whole;
}, '');

/** Which value of the left side has the right one stand in. */
const FALLS_THROUGH: Readonly<Record<LogicalExpression['operator'], (left: Value) => boolean | undefined>> = {
  '||': (left) => {
    const truth = truthOf(left);
    return truth === undefined ? undefined : !truth;
  },
  '&&': truthOf,
  '??': (left) => (isUnknown(left) || optionsOf(left).length > 1 ? undefined : left === null || left === undefined),
};

const readLogical: Read<LogicalExpression> = (node, scope, { run, value }) => {
  const left = value(node.left, scope);
  const falls = FALLS_THROUGH[node.operator](left);
  if (falls === undefined) return merge(left, run.within('perhaps', () => value(node.right, scope)));
  return falls ? value(node.right, scope) : left;
};

/** Either of two branches, or both perhaps. */
const readConditional: Read<Extract<AnyNode, { type: 'ConditionalExpression' }>> = (node, scope, { run, value }) => {
  const truth = truthOf(value(node.test, scope));
  if (truth !== undefined) return value(truth ? node.consequent : node.alternate, scope);
  return run.within('perhaps', () => merge(value(node.consequent, scope), value(node.alternate, scope)));
};

const readAssignment: Read<AssignmentExpression> = (node, scope, { run, value, bind }) => {
  const { operator, left, right } = node;
  const isLogical = operator === '||=' || operator === '&&=' || operator === '??=';
  if (operator === '=') {
    const made = value(right, scope);
    bind(left, made, { scope, kind: 'assign' });
    return made;
  }
  const before = value(left, scope);
  const made = isLogical ? merge(before, run.within('perhaps', () => value(right, scope))) : binary(operator.slice(0, -1), before, value(right, scope));
  bind(left, made, { scope, kind: 'assign' });
  return made;
};

const readUpdate: Read<UpdateExpression> = (node, scope, { value, bind }) => {
  const before = value(node.argument, scope);
  bind(node.argument as MemberExpression, binary(node.operator === '++' ? '+' : '-', before, 1), { scope, kind: 'assign' });
  return before;
};

const readUnary: Read<UnaryExpression> = (node, scope, reader) => {
  const { operator, argument } = node;
  if (operator === 'delete') {
    const target = argument.type === 'ChainExpression' ? argument.expression : argument;
    if (target.type !== 'MemberExpression') return UNKNOWN;
    const object = reader.value(target.object, scope);
    const key = memberKey(target, scope, reader);
    if (key === undefined) reader.run.spoil(object);
    else reader.run.removeMember(object, key);
    return true;
  }
  // Asking for a name that nobody declared is no error here, and what the page has is not known.
  return unary(operator, reader.value(argument, scope));
};

/** Lists that call back: each item once. */
function mapItems(list: ArrayValue, callback: Value, { run, call }: Reader): Value {
  if (isPrimitive(callback) || callback.type !== 'function' || list.isOpen || list.items.length > 1000) return UNKNOWN;
  return arrayOf(list.items.map((item, index) => run.deeper(() => call(callback.node, [item, index, list], callback.scope), UNKNOWN)));
}

/** What a list does that changes it, or calls back. */
const LIST_METHODS: Readonly<Record<string, (list: ArrayValue, args: readonly Value[], reader: Reader) => Value>> = {
  map: (list, [callback], reader) => mapItems(list, callback, reader),
  forEach: (list, [callback], reader) => (mapItems(list, callback, reader), undefined),
  push: (list, args, { run }) => {
    if (run.certainty === 'once') list.items.push(...args);
    else list.isOpen = true;
    return list.items.length;
  },
};

/** What a method of a known value does; undefined where it is not one that is known here. */
function methodOf(self: Value, key: string): ((args: readonly Value[], reader: Reader) => Value) | undefined {
  if (typeof self === 'string') {
    const method = textMethod(self, key);
    return (args) => method?.call(args) ?? UNKNOWN;
  }
  if (isPrimitive(self)) return () => UNKNOWN;
  if (key === 'hasOwnProperty') return ([name]) => hasOwn(self, name);
  if (self.type !== 'array') return undefined;
  const { [key]: change } = LIST_METHODS;
  const method = arrayMethod(self, key);
  return change ? (args, reader) => change(self, args, reader) : method && ((args) => method.call(args));
}

/** Somebody unknown gets values: functions may be called at any time, and objects be changed. */
function handOut(args: readonly Value[], { run, call }: Reader): Value {
  for (const arg of args.flatMap(optionsOf)) {
    if (isPrimitive(arg)) continue;
    if (arg.type === 'function') run.within('often', () => run.deeper(() => call(arg.node, [], arg.scope), UNKNOWN));
    else run.spoil(arg);
  }
  return UNKNOWN;
}

function applyTo(callee: Value, args: readonly Value[], reader: Reader): Value {
  if (isPrimitive(callee)) return handOut(args, reader);
  if (callee.type === 'native') return callee.call(args);
  if (callee.type === 'function') return reader.run.deeper(() => reader.call(callee.node, args, callee.scope), UNKNOWN);
  return handOut(args, reader);
}

const readCall: Read<CallExpression> = (node, scope, reader) => {
  const { callee } = node;
  const { items: args, isOpen } = listOf(node.arguments, scope, reader);
  if (isOpen) return handOut(args, reader);
  if (callee.type !== 'MemberExpression') return applyTo(reader.value(callee, scope), args, reader);
  const self = reader.value(callee.object, scope);
  const key = memberKey(callee, scope, reader);
  if (key === undefined) return handOut([self, ...args], reader);
  if (optionsOf(self).length > 1) return handOut([self, ...args], reader);
  const known = methodOf(self, key);
  if (known) return known(args, reader);
  const method = reader.run.member(self, key);
  // What an unknown method does to its own object is not known either.
  if (isUnknown(method) && !isPrimitive(self) && self.type === 'array') reader.run.spoil(self);
  return applyTo(method, args, reader);
};

const readNew: Read<NewExpression> = (node, scope, reader) => handOut(listOf(node.arguments, scope, reader).items, reader);

/** How each kind of expression is read. Any other kind is unknown; what stands in it is not looked at. */
export const EXPRESSIONS: Readonly<Partial<Record<AnyNode['type'], Read<never>>>> = {
  Literal: ((node) => ('regex' in node && node.regex ? UNKNOWN : node.value as Value)) satisfies Read<Extract<AnyNode, { type: 'Literal' }>>,
  Identifier: ((node, scope, { run }) => run.read(node.name, scope)) satisfies Read<Extract<AnyNode, { type: 'Identifier' }>>,
  ThisExpression: ((_node, _scope, { run }) => run.page) satisfies Read<AnyNode>,
  MemberExpression: readMember,
  ObjectExpression: readObject,
  ArrayExpression: ((node, scope, reader) => listOf(node.elements, scope, reader)) satisfies Read<ArrayExpression>,
  TemplateLiteral: readTemplate,
  LogicalExpression: readLogical,
  ConditionalExpression: readConditional,
  AssignmentExpression: readAssignment,
  UpdateExpression: readUpdate,
  UnaryExpression: readUnary,
  BinaryExpression: ((node, scope, { value }) => binary(node.operator, value(node.left, scope), value(node.right, scope))) satisfies Read<Extract<AnyNode, { type: 'BinaryExpression' }>>,
  SequenceExpression: ((node, scope, { value }) => node.expressions.map((one) => value(one, scope)).at(-1)) satisfies Read<Extract<AnyNode, { type: 'SequenceExpression' }>>,
  ChainExpression: ((node, scope, { value }) => value(node.expression, scope)) satisfies Read<Extract<AnyNode, { type: 'ChainExpression' }>>,
  ParenthesizedExpression: ((node, scope, { value }) => value(node.expression, scope)) satisfies Read<Extract<AnyNode, { type: 'ParenthesizedExpression' }>>,
  FunctionExpression: ((node, scope) => ({ type: 'function', node, scope })) satisfies Read<Extract<AnyNode, { type: 'FunctionExpression' }>>,
  ArrowFunctionExpression: ((node, scope) => ({ type: 'function', node, scope })) satisfies Read<Extract<AnyNode, { type: 'ArrowFunctionExpression' }>>,
  CallExpression: readCall,
  NewExpression: readNew,
};
