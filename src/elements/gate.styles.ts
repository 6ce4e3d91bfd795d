/** How a gate looks, in every state. Logical properties only, so that it mirrors in right-to-left languages. */
export const gateStyles = `
  :host {
    display: block;
    container-type: inline-size;
    color-scheme: var(--jitsi-gate-color-scheme, inherit);
    font: inherit;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  section {
    overflow-wrap: anywhere;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-family: var(--jitsi-gate-font, inherit);
    line-height: 1.5;
    text-align: start;
  }
  .view {
    display: grid;
    gap: var(--_gap);
    padding: clamp(14px, 5cqi, 28px);
  }
  h2,
  p,
  dl,
  dd,
  ul {
    margin: 0;
  }
  h2 {
    font-size: 1.3em;
    line-height: 1.25;
    text-wrap: balance;
  }
  dt,
  .muted,
  details {
    color: var(--_muted);
  }
  dl {
    display: grid;
    gap: 6px var(--_gap);
    font-size: 0.94em;
  }
  dd ul {
    padding-inline-start: 1.2em;
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
    min-height: 44px;
    line-height: 44px;
    cursor: pointer;
  }
  .actions {
    display: grid;
    gap: 10px;
  }
  .choice {
    grid-auto-rows: 1fr;
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
    background: transparent;
  }
  @media print {
    button {
      color: var(--_accent);
      background: none;
    }
  }
  .link {
    display: inline-flex;
    align-items: center;
    padding: 0;
    border: 0;
    border-radius: 2px;
    color: var(--_accent);
    background: none;
    font-weight: inherit;
    text-align: start;
    text-decoration: underline;
  }
  button:hover {
    text-decoration: underline;
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
    display: block;
    width: 100%;
    max-height: 240px;
    object-fit: cover;
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .stage,
  .stage > div {
    height: 100%;
  }
  .stage {
    overflow: hidden;
    border-radius: 0 0 var(--_radius) var(--_radius);
  }
  .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (min-width: 30em) {
    .facts > div {
      display: grid;
      grid-template-columns: 12em 1fr;
      gap: var(--_gap);
    }
    .choice {
      grid-template-columns: 1fr 1fr;
    }
    .single {
      grid-template-columns: max-content max-content;
    }
  }
`;
