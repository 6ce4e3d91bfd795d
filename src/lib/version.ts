/** The version of the package, and so of its texts; a test compares it with `package.json`. */
export const VERSION = '0.1.0';
