/** The colours of the design, in a light and in a dark scheme. */
const COLOURS = [
  ['text', '#1c2230', '#eceff5'],
  ['muted', '#565e70', '#aab3c5'],
  ['surface', '#fff', '#171c26'],
  ['border', '#ccd2de', '#3a4356'],
  ['accent', '#1f5fbf', '#8fb8ff'],
  ['on-accent', '#fff', '#0c1524'],
] as const;

/** The other tokens. */
const SIZES = [['shadow', '0 2px 12px #0000001a'], ['radius', '12px'], ['gap', '16px']] as const;

// Browsers that do not know `light-dark()` show light colours.
const hasSchemes = globalThis.CSS?.supports('color:light-dark(red,red)');

/**
 * The design tokens. Every `--jitsi-gate-*` property may be set by the site; what is not set follows the page:
 * its font, its text size, and its light or dark scheme.
 */
export const tokens = `:host{${[...COLOURS, ...SIZES].map(([name, light, dark]) => (
  `--_${name}:var(--jitsi-gate-${name},${dark && hasSchemes ? `light-dark(${light},${dark})` : light})`
)).join(';')}}`;
