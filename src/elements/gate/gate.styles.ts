/** How a gate looks, in every state. Logical properties only, so that it mirrors in right-to-left languages. */
export const gateStyles = `
  :host {
    display: block;
    color-scheme: var(--jitsi-gate-color-scheme, inherit);
  }
  /* Fills a box of the author's that has a height, and scrolls inside where that is too low. Elsewhere it grows. */
  :host([state]:not([state='invalid'])) {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    height: max(100%, 150px);
  }
  /* The width that the gate would like, for boxes that ask their content: a container asks for none. */
  :host([state]:not([state='invalid']))::before {
    grid-area: 1 / 1;
    width: 48em;
    max-width: 100%;
    content: '';
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* Of the page's text styles only font, size and visibility are taken over: others can make a text unreadable. */
  section {
    all: initial;
    position: relative;
    display: flex;
    flex-direction: column;
    grid-area: 1 / 1;
    container-type: inline-size;
    overflow: auto;
    overflow-wrap: anywhere;
    visibility: inherit;
    color-scheme: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
    font-family: var(--jitsi-gate-font, inherit);
    font-size: max(1em, 14px);
    line-height: 1.5;
    pointer-events: inherit;
  }
  .view {
    display: grid;
    gap: var(--_gap);
    box-sizing: border-box;
    width: 100%;
    max-width: 48em;
    margin: auto;
    padding: clamp(14px, 5cqi, 28px);
    background: inherit;
  }
  p,
  dl,
  dd,
  ul {
    margin: 0;
  }
  [role='heading'] {
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.25;
  }
  dt,
  .muted,
  details {
    color: var(--_muted);
  }
  dd {
    color: var(--_text);
  }
  dl {
    font-size: 0.94em;
  }
  dd:not(:last-child) {
    margin-block-end: 6px;
  }
  /* A poster's view takes its ground from here. */
  .box {
    display: contents;
    background: inherit;
    border-radius: inherit;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_gap);
    align-items: center;
    font-weight: 600;
  }
  .note:empty {
    display: none;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    padding: 0;
    list-style: none;
  }
  a,
  summary {
    display: inline-flex;
    align-items: center;
    min-height: 24px;
    color: var(--_accent);
  }
  .links > li > * {
    min-height: 44px;
  }
  summary {
    display: list-item;
    width: fit-content;
    line-height: 44px;
    cursor: pointer;
  }
  .actions {
    display: grid;
    gap: 10px;
  }
  /* In a box that scrolls both choices stay in view. */
  .choice {
    grid-auto-rows: 1fr;
    position: sticky;
    bottom: 0;
    margin-block: -8px;
    padding-block: 8px;
    background: inherit;
  }
  button {
    min-height: 44px;
    padding: 10px 18px;
    border: 2px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.66);
    color: var(--_on-accent);
    background: var(--_accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button.quiet {
    color: var(--_accent);
    background: none;
  }
  [dir='rtl'] a {
    text-align: right;
  }
  /* A link to another host is none to the browser until it is used. */
  a,
  button:hover {
    text-decoration: underline;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
    scroll-margin-block: 144px;
  }
  label {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  input {
    flex: none;
    width: 22px;
    height: 22px;
    margin: 0;
    accent-color: var(--_accent);
  }
  img {
    position: absolute;
    width: 100%;
    height: 100%;
    object-fit: cover;
    border-radius: inherit;
  }
  /* Over a picture the text keeps its own ground, and with it the contrast. */
  img + .view {
    position: relative;
    width: calc(100% - 8cqi);
    margin-block: max(4cqi, 8px);
    border-radius: inherit;
  }
  /* On paper backgrounds are left out. */
  @media print {
    button {
      color: var(--_accent);
      background: none;
    }
  }
  @container (min-width: 30em) {
    .facts {
      display: grid;
      grid-template-columns: 12em 1fr;
      column-gap: var(--_gap);
    }
    .choice {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
