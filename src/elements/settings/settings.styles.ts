/** What the settings need beyond the gate's own styles. */
export const settingsStyles = `
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
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  .row > button {
    flex: 1 1 12em;
  }
`;
