import { EMBED_ATTRIBUTES, type EmbedAttribute } from '../../config/embed-attributes.js';
import { warnOnce } from '../../lib/warn-once.js';
import { JitsiGateElement, type TakeIn } from './gate-element.js';

/** What says who a visitor is, in any spelling of a framework: it stands in no markup, which everybody can read (docs/law.md R86). */
export const NEVER_SAID = ['jwt', 'token', 'userinfo', 'user-info'];
const UNSAID = ['jwt', 'userInfo'] as const;

const propertyOf = (attribute: EmbedAttribute): string => attribute.replace(/-./g, ([, letter = '']) => letter.toUpperCase());

const isText = (value: unknown): value is string | number => typeof value === 'string' || Number.isFinite(value);

/** A property that is one with its attribute. Frameworks take a property away by an empty text, null, undefined or false. */
function reflecting(name: EmbedAttribute): PropertyDescriptor & ThisType<JitsiGateElement> {
  return {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? '';
    },
    set(value: unknown) {
      if (isText(value) && value !== '') return this.setAttribute(name, String(value));
      this.removeAttribute(name);
      if (value === '' || value === false || value === null || value === undefined) return;
      // What no attribute can say is judged, and told to the owner, like any other wrong value.
      this.setAttribute(name, '');
      this.misread = { ...this.misread, [name]: value };
    },
  };
}

/** A property that is no attribute. An accessor, because Svelte looks for setters. */
function kept(): PropertyDescriptor & ThisType<JitsiGateElement> {
  const values = new WeakMap<JitsiGateElement, unknown>();
  return {
    configurable: true,
    enumerable: true,
    get() {
      return values.get(this);
    },
    set(value: unknown) {
      values.set(this, value);
    },
  };
}

/** What was set on an element before it was a gate stands in front of the property. */
function takeInProperties(gate: JitsiGateElement): void {
  for (const property of [...EMBED_ATTRIBUTES.map(propertyOf), ...UNSAID]) {
    if (!Object.hasOwn(gate, property)) continue;
    const value: unknown = Reflect.get(gate, property);
    Reflect.deleteProperty(gate, property);
    Reflect.set(gate, property, value);
  }
}

const takeIn: TakeIn = (gate, attribute) => {
  if (!attribute) takeInProperties(gate);
  delete gate.misread?.[attribute as EmbedAttribute];
  for (const name of NEVER_SAID.filter((each) => gate.hasAttribute(each))) {
    gate.removeAttribute(name);
    warnOnce('embed', `${name}: expected the property jwt or userInfo, found an attribute, which was removed`, 'error');
  }
};

/**
 * Gives every gate a property for each attribute, and those that are never attributes; also those that are in the page already. Frameworks
 * (React 19, Vue, Preact, Svelte, Solid) set a property where `name in element`, and write an attribute everywhere else. What is written
 * as an attribute all the same is found by the element that is defined after this, and by who follows the page (follow.ts).
 */
export function giveProperties(gates: Iterable<JitsiGateElement> = []): void {
  const { prototype } = JitsiGateElement;
  if (JitsiGateElement.takeIn) return;
  for (const name of EMBED_ATTRIBUTES) Object.defineProperty(prototype, propertyOf(name), reflecting(name));
  for (const name of UNSAID) Object.defineProperty(prototype, name, kept());
  JitsiGateElement.takeIn = takeIn;
  JitsiGateElement.observedAttributes = [...EMBED_ATTRIBUTES, ...NEVER_SAID];
  for (const gate of gates) takeIn(gate);
}
