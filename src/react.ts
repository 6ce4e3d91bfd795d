'use client';

import { type CSSProperties, type ForwardRefExoticComponent, type ReactNode, type RefAttributes, createElement, forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import './define.js';
import type { JitsiGateElement } from './elements/gate/gate-element.js';
import type { GateMarkup } from './elements/gate/markup.js';
import type { GateEvents } from './lib/events.js';

/**
 * `jitsi-gate/react`: the gate as a component of React 18 or newer; its types bring those of the elements in JSX along
 * (frameworks/react.d.ts). Importing it registers the elements, and changes nothing on a server.
 */

/** What is drawn on the page's own server has no state yet: React compares no attributes of the gate, so it does not miss it. */
const HYDRATION = { suppressHydrationWarning: true };

/** Each prop that is called with an event of the gate. */
const EVENTS = {
  onState: 'jitsi-gate-state',
  onDecision: 'jitsi-gate-decision',
  onBeforeLoad: 'jitsi-gate-before-load',
  onMeeting: 'jitsi-gate-meeting',
  onRecording: 'jitsi-gate-recording',
  onGateError: 'jitsi-gate-error',
} as const satisfies Readonly<Record<string, keyof GateEvents>>;

type Handlers = { readonly [prop in keyof typeof EVENTS]?: ((event: CustomEvent<GateEvents[(typeof EVENTS)[prop]]>) => void) | undefined };

/** The props of `<JitsiGate>`: the attributes of `<jitsi-gate>`, with `headingLevel`, and what is never an attribute. */
export interface JitsiGateProps extends Omit<GateMarkup, 'heading-level'>, Handlers {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Shown where script does not run, and while the gate cannot be used. */
  readonly children?: ReactNode;
}

/** A gate where a meeting would be. `configure()` has to be called once, anywhere in the application. */
export const JitsiGate: ForwardRefExoticComponent<JitsiGateProps & RefAttributes<JitsiGateElement>> = forwardRef<JitsiGateElement, JitsiGateProps>((props, ref) => {
  const { jwt, userInfo, className, headingLevel, children, ...rest } = props;
  const own = useRef<JitsiGateElement>(null);
  const latest = useRef(props);
  useImperativeHandle(ref, () => own.current as JitsiGateElement);
  useEffect(() => {
    latest.current = props;
    // Never attributes, also of what a server renders.
    if (own.current) Object.assign(own.current, { jwt, userInfo });
  });
  useEffect(() => {
    const gate = own.current;
    const call = (event: Event): void => {
      const [prop] = Object.entries(EVENTS).find(([, name]) => name === event.type) ?? [];
      (latest.current[prop as keyof Handlers] as ((event: Event) => void) | undefined)?.(event);
    };
    for (const name of Object.values(EVENTS)) gate?.addEventListener(name, call);
    return () => Object.values(EVENTS).forEach((name) => gate?.removeEventListener(name, call));
  }, []);
  const attributes = Object.fromEntries(Object.entries(rest).filter(([name]) => !Object.hasOwn(EVENTS, name)));
  return createElement('jitsi-gate', { ...attributes, ...HYDRATION, 'class': className, 'heading-level': headingLevel, 'ref': own }, children);
});
JitsiGate.displayName = 'JitsiGate';
