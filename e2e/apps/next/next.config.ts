import type { NextConfig } from 'next';

/** Every page is rendered when it is built, and taken over in the browser. */
const config: NextConfig = { output: 'export', trailingSlash: true, distDir: '.built', turbopack: { root: import.meta.dirname } };
export default config;
