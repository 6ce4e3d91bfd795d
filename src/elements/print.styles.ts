/** How controls look on paper, where backgrounds are left out. */
export const printStyles = `
  @media print {
    button {
      color: var(--_accent);
      background: none;
    }
  }
`;
