import type { AnyNode, Pattern } from 'acorn';
import { NATIVES } from './natives.js';
import { type ArrayValue, type FunctionNode, type Scope, type Value, UNKNOWN, blank, isPrimitive, merge, objectOf, optionsOf } from './values.js';

/** How sure it is that a part of a script runs: once, perhaps, or any number of times. */
export type Certainty = 'once' | 'perhaps' | 'often';

/** Why a script is not read any further. */
export class Halt extends Error {
  override readonly name = 'Halt';
  readonly reason: 'error' | 'limit';
  readonly at: number;

  constructor(reason: Halt['reason'], at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

/** Enough for any configuration; what takes more is not read to its end. */
const MOST_STEPS = 200_000;
const MOST_LEVELS = 400;

/** An item of a list, or how many there are. */
const itemOf = ({ items }: ArrayValue, key: string): Value => (key === 'length' ? items.length : /^\d{1,4}$/.test(key) ? items[Number(key)] : UNKNOWN);

/** The state of scripts that are read one after the other, as those of a page. */
export class Interpreter {
  readonly page = objectOf();
  readonly top: Scope = { names: this.page.props, parent: undefined, isFunction: true };
  certainty: Certainty = 'once';
  /** Whether something was nested so deep that it was not read. */
  wasTooDeep = false;
  #steps = 0;
  #level = 0;

  /** Counts a step; ends the reading of what would never end. */
  step(node: AnyNode): void {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw new Halt('limit', node.start);
  }

  /** Does something one level deeper, or nothing where it is too deep. */
  deeper<T>(act: () => T, otherwise: T): T {
    if (this.#level >= MOST_LEVELS) {
      this.wasTooDeep = true;
      return otherwise;
    }
    this.#level += 1;
    try {
      return act();
    } finally {
      this.#level -= 1;
    }
  }

  /** Does something that runs less surely than what is around it. */
  within<T>(certainty: Certainty, act: () => T): T {
    const before = this.certainty;
    if (before !== 'often' && certainty !== 'once') this.certainty = certainty;
    try {
      return act();
    } finally {
      this.certainty = before;
    }
  }

  /** What stands somewhere after something was written there, as sure as it is that this happens. */
  written(before: Value, value: Value): Value {
    if (this.certainty === 'once') return value;
    return merge(before, this.certainty === 'often' ? UNKNOWN : value);
  }

  /** The value of a name. */
  read(name: string, scope: Scope): Value {
    for (let at: Scope | undefined = scope; at; at = at.parent) if (at.names.has(name)) return at.names.get(name);
    if (name === 'window' || name === 'self' || name === 'globalThis') return this.page;
    return NATIVES.has(name) ? NATIVES.get(name) : UNKNOWN;
  }

  /** Gives a name another value, where it was declared; else it is one of the page. */
  write(name: string, value: Value, scope: Scope): void {
    let at = scope;
    while (at.parent && !at.names.has(name)) at = at.parent;
    at.names.set(name, this.written(at.names.get(name), value));
  }

  /** Declares a name in a block. */
  declare(name: string, value: Value, { names }: Scope): void {
    names.set(name, names.has(name) ? this.written(names.get(name), value) : value);
  }

  /** Declares a name in the function around a block. */
  declareVar(name: string, value: Value, scope: Scope): void {
    let at = scope;
    while (!at.isFunction && at.parent) at = at.parent;
    this.declare(name, value, at);
  }

  /** A property of a value. */
  member(object: Value, key: string): Value {
    const [first, ...rest] = optionsOf(object).map((option) => this.#memberOf(option, key));
    return rest.reduce<Value>(merge, first);
  }

  #memberOf(option: Value, key: string): Value {
    if (isPrimitive(option)) return typeof option === 'string' && key === 'length' ? option.length : UNKNOWN;
    if (option.type === 'array') return option.isOpen ? UNKNOWN : itemOf(option, key);
    if (option.type === 'object') return option === this.page && !option.props.has(key) ? UNKNOWN : this.#own(option.props, key, option.isOpen);
    return option.type === 'unknown' && option.props ? this.#own(option.props, key, true) : UNKNOWN;
  }

  /** A property that others may have set stays what it is: the same unknown thing each time. */
  #own(props: Map<string, Value>, key: string, isOpen: boolean): Value {
    if (!props.has(key) && isOpen) props.set(key, blank());
    return props.get(key);
  }

  /** Sets a property. @throws Halt where the script would end there */
  setMember({ object, key, value, at }: { object: Value; key: string | undefined; value: Value; at: number }): void {
    const options = optionsOf(object);
    if (options.length === 1 && (object === undefined || object === null) && this.certainty === 'once') throw new Halt('error', at);
    for (const option of options) {
      if (isPrimitive(option)) continue;
      if (key === undefined) this.spoil(option);
      else this.#set(option, key, value);
    }
  }

  #set(target: Value, key: string, value: Value): void {
    if (isPrimitive(target)) return;
    if (target.type === 'array') return this.#setItem(target, key, value);
    if ((target.type !== 'object' && target.type !== 'unknown') || !target.props) return;
    const { props } = target;
    const isOpen = target.type === 'unknown' || target.isOpen;
    props.set(key, this.written(props.has(key) || !isOpen ? props.get(key) : UNKNOWN, value));
  }

  #setItem(target: ArrayValue, key: string, value: Value): void {
    const index = /^\d{1,4}$/.test(key) ? Number(key) : -1;
    if (index < 0 || index > target.items.length) target.isOpen = true;
    else target.items[index] = this.written(target.items[index], value);
  }

  /** Removes a property. */
  removeMember(object: Value, key: string): void {
    for (const option of optionsOf(object)) {
      if (isPrimitive(option) || option.type !== 'object') continue;
      if (this.certainty === 'once' && !option.isOpen) option.props.delete(key);
      else option.props.set(key, this.written(option.props.get(key), undefined));
    }
  }

  /** Somebody unknown may have changed a value, and all that it holds. */
  spoil(value: Value, seen = new Set<Value>()): void {
    for (const option of optionsOf(value)) {
      if (isPrimitive(option) || seen.has(option) || option === this.page) continue;
      seen.add(option);
      if (option.type === 'object') {
        option.isOpen = true;
        for (const [key, inner] of option.props) {
          this.spoil(inner, seen);
          option.props.set(key, merge(inner, UNKNOWN));
        }
      } else if (option.type === 'array') {
        option.isOpen = true;
        for (const item of option.items) this.spoil(item, seen);
      }
    }
  }
}

/** What reads the nodes of a script; expressions and statements need each other. */
export interface Reader {
  readonly run: Interpreter;
  value(node: AnyNode | null | undefined, scope: Scope): Value;
  /** Binds a pattern: a name, or names taken out of a value. */
  bind(pattern: Pattern, value: Value, to: { readonly scope: Scope; readonly kind: 'assign' | 'var' | 'let' }): void;
  /** What a function gives for arguments. */
  call(node: FunctionNode, args: readonly Value[], scope: Scope): Value;
}
