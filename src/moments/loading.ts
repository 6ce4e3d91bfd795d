/**
 * `moments`: one file for each moment at which something is fetched. A moment's file statically imports all that belongs to
 * it; this file holds the `import()`s, in the order in which a page goes through them. The build follows both: a module
 * belongs to the first moment that reaches it. Nothing but `src/*.ts` imports from here; lower layers get what they need
 * handed in.
 */

/** The page has something to gate (script tag). The build has it looked for in `folder`, that of the gate's own files. */
export const fetchFirstLook = (_folder: URL) => import('./first-look.js');

/** The configuration is a file of the site's (`data-config`). */
export const fetchConfigFile = () => import('./config-file.js');

/** The first look is drawn. */
export const fetchAfterFirstLook = () => import('./after-first-look.js');

/** An operator has another software than Jitsi, refuses frames, or is one that only this file may know. */
export const fetchOtherSoftware = () => import('./other-software.js');

/** A choice is near: a button has the pointer or the focus, or was pressed. Or one was made before, or a script may make it. */
export const fetchBeforeChoice = () => import('./before-choice.js');

/** A yes is near, or given. */
export const fetchAfterYes = () => import('./after-yes.js');

/** The page has an `iframe[data-jitsi-src]`, or a placeholder that may have no shadow root. */
export const fetchOtherPlaces = () => import('./other-places.js');

/** The configuration or a placeholder is wrong. */
export const fetchExplanation = () => import('./explanation.js');
