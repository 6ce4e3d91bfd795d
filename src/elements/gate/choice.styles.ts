/** How a gate looks beyond the first look: what is new since an earlier choice, and actions that are no choice. */
export const choiceStyles = `
  /* For screen readers alone; empty before. */
  .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .changed {
    padding: 10px 14px;
    border-inline-start: 4px solid var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
  @container (min-width: 30em) {
    .single {
      display: flex;
      flex-wrap: wrap;
    }
  }
`;
