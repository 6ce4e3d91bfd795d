/**
 * Whether an `import()` was rejected because its file did not come, not because it could not run. Browsers tell it by words alone:
 * Chromium and Firefox speak of a "dynamically imported module", WebKit of "Importing a module script".
 */
export const isNotFetched = (error: unknown): boolean => /dynamically imported module|importing a module script/i.test(String(error));
