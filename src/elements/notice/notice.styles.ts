/** How a notice looks where the page's own styles, which always win, say nothing of it. */
export const noticeStyles = `
  /* Names that stand in software, and addresses, have no place to break at. */
  :where(#jitsi-gate-notice :is(code, a)) {
    overflow-wrap: anywhere;
  }
  :where(#jitsi-gate-notice table) {
    width: 100%;
    border-collapse: collapse;
  }
  :where(#jitsi-gate-notice :is(td, th)) {
    padding-block: 4px;
    padding-inline: 0 12px;
    border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent);
    vertical-align: top;
    text-align: start;
  }
  /* On a narrow page each cell is a line. */
  @media (max-width: 40em) {
    :where(#jitsi-gate-notice :is(tbody, tr, td)) {
      display: block;
    }
    :where(#jitsi-gate-notice thead) {
      display: none;
    }
    :where(#jitsi-gate-notice td:not(:last-child)) {
      border: 0;
    }
  }
`;
