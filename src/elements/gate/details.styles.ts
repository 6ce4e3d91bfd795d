/** How opened details look. */
export const detailsStyles = `
  dd ul {
    padding-inline-start: 1.2em;
  }
  .stored {
    width: 100%;
    border-collapse: collapse;
    font-size: inherit;
    text-align: start;
  }
  .stored td,
  .stored th {
    padding: 4px 8px 4px 0;
    border-block-end: 1px solid var(--_border);
    vertical-align: top;
    text-align: start;
  }
  [dir='rtl'] .stored :is(td, th) {
    padding: 4px 0 4px 8px;
  }
  /* In a narrow box each cell is a line. */
  @container (max-width: 40em) {
    .stored tbody,
    .stored tr,
    .stored td {
      display: block;
    }
    .stored thead {
      display: none;
    }
    .stored td {
      padding: 0;
      border: 0;
    }
    .stored td:last-child {
      margin-block-end: 8px;
    }
  }
`;
