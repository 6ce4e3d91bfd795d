/** How a gate looks from the first yes on. */
export const meetingStyles = `
  :host {
    --_recording: var(--jitsi-gate-recording, #b3261e);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_recording: var(--jitsi-gate-recording, light-dark(#b3261e, #ff9c94));
    }
  }
  .stage {
    position: relative;
    flex: 1 1 auto;
    min-height: 180px;
    overflow: hidden;
  }
  .stage > div {
    position: absolute;
    inset: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px var(--_gap);
    align-items: center;
    justify-content: space-between;
    padding: 8px;
    padding-inline-start: 16px;
  }
  .bar > #heading {
    flex: 1 1 12em;
  }
  .bar > a {
    min-height: 44px;
  }
  progress {
    width: 100%;
    accent-color: var(--_accent);
  }
  @media (prefers-reduced-motion: reduce) {
    progress {
      display: none;
    }
  }
  .recording {
    display: grid;
    gap: 8px;
    flex: 1 1 100%;
  }
  /* Empty, it takes the space of the bar's gap back. */
  .recording.none {
    margin-block-end: -8px;
  }
  .recording[data-on] {
    margin-inline-start: -8px;
    padding: 10px 12px;
    border: 2px solid var(--_recording);
    border-radius: calc(var(--_radius) * 0.66);
    background: color-mix(in srgb, var(--_recording) 10%, transparent);
  }
  .notice {
    display: flex;
    gap: 10px;
    align-items: baseline;
    font-weight: 600;
  }
  .notice::before {
    flex: none;
    width: 0.7em;
    height: 0.7em;
    border-radius: 50%;
    background: var(--_recording);
    content: '';
    forced-color-adjust: none;
  }
  .recording > button {
    justify-self: start;
  }
  /* It stands on the notice's ground. */
  .recording > .choice {
    position: static;
    background: none;
  }
`;
