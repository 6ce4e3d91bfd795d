/** How opaque a computed colour is, from 0 to 1: what stands after its last slash, or fourth in `rgba()`. */
export function alphaOf(color: string): number {
  const alpha = /\/\s*([\d.]+)\)$/.exec(color)?.[1] ?? /^rgba\(.*,\s*([\d.]+)\)$/.exec(color)?.[1];
  return Number(alpha ?? 1);
}
