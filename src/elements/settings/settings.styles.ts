/** What the settings need beyond the gate's own styles. */
export const settingsStyles = `
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  /* The width that they would like, for boxes that ask their content. */
  :host::before {
    grid-area: 1 / 1;
    width: 48em;
    max-width: 100%;
    content: '';
  }
  article {
    display: grid;
    gap: 10px;
    padding-block: var(--_gap);
    border-block-start: 1px solid var(--_border);
  }
  h3 {
    margin: 0;
    font-size: 1.08em;
  }
  dl + p {
    margin-block-start: 10px;
  }
  .end {
    justify-content: end;
  }
  .row.end > button {
    flex: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  .row > button {
    flex: 1 1 12em;
  }
`;
