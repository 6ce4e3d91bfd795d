/** How opened details look. */
export const detailsStyles = `
  dd ul {
    padding-inline-start: 1.2em;
  }
`;
