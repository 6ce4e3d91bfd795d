// Two copies of the package, as two parts of a page bring them; the test says what is loaded when.
const copies = {
  a: { index: () => import('jitsi-gate'), define: () => import('jitsi-gate/define') },
  b: { index: () => import('jitsi-gate-copy'), define: () => import('jitsi-gate-copy/define') },
};
Object.assign(window, { copies });
export type Copies = typeof copies;
