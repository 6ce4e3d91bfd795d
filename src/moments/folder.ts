/**
 * The folder of the gate's own files, for classic scripts: an `import()` in them has no base where the script came from another host,
 * and a wrong one where an optimiser has moved it. The build puts `addressOf` into each of their `import()`s.
 */
export const folder: { address: string } = { address: '' };

/** Where a file of the gate's own lies. */
export const addressOf = (file: string): string => folder.address + file;
