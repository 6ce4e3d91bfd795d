/**
 * The design tokens. Every `--jitsi-gate-*` property may be set by the site; what is not set follows the page:
 * its font, its text size, and its light or dark scheme. Browsers that do not know `light-dark()` show light colours.
 */
export const tokens = `
  :host {
    --_text: var(--jitsi-gate-text, #1c2230);
    --_muted: var(--jitsi-gate-muted, #565e70);
    --_surface: var(--jitsi-gate-surface, #fff);
    --_border: var(--jitsi-gate-border, #ccd2de);
    --_accent: var(--jitsi-gate-accent, #1f5fbf);
    --_on-accent: var(--jitsi-gate-on-accent, #fff);
    --_shadow: var(--jitsi-gate-shadow, 0 2px 12px #0000001a);
    --_radius: var(--jitsi-gate-radius, 12px);
    --_gap: var(--jitsi-gate-gap, 16px);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_text: var(--jitsi-gate-text, light-dark(#1c2230, #eceff5));
      --_muted: var(--jitsi-gate-muted, light-dark(#565e70, #aab3c5));
      --_surface: var(--jitsi-gate-surface, light-dark(#fff, #171c26));
      --_border: var(--jitsi-gate-border, light-dark(#ccd2de, #3a4356));
      --_accent: var(--jitsi-gate-accent, light-dark(#1f5fbf, #8fb8ff));
      --_on-accent: var(--jitsi-gate-on-accent, light-dark(#fff, #0c1524));
    }
  }
`;
