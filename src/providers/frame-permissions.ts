interface FeaturePolicy {
  allowsFeature(feature: string, origin: string): boolean;
}

const NEEDED = ['camera', 'microphone'] as const;

/**
 * What this page, or a frame around it, keeps a meeting of that origin from using; nothing where the browser cannot tell
 * (`featurePolicy`: Chromium only). The document's own answer is the same for no header and for `camera=(self)`, so a
 * frame is asked that never comes into the page: it fetches nothing. It asks for `*`, as a frame outside of a page does
 * not know its own origin.
 */
export function forbiddenIn(origin: string): readonly string[] {
  const frame = document.createElement('iframe');
  frame.allow = NEEDED.map((feature) => `${feature} *`).join('; ');
  frame.src = origin;
  const { permissionsPolicy, featurePolicy = permissionsPolicy } = frame as unknown as Readonly<Record<string, FeaturePolicy | undefined>>;
  return NEEDED.filter((feature) => featurePolicy?.allowsFeature(feature, origin) === false);
}
