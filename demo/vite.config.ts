import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the single-page demo against the built package, as a customer's bundler would see it.
 * The meeting server below is the stand-in's default; `serve.ts` names another one when the ports move.
 */
export default defineConfig({
  root: here('./app'),
  base: '/app/',
  publicDir: false,
  resolve: {
    alias: [
      { find: /^jitsi-gate$/, replacement: here('../dist/index.js') },
      { find: /^jitsi-gate\/define$/, replacement: here('../dist/define.js') },
    ],
  },
  define: {
    'import.meta.env.VITE_MEETING_HOST': JSON.stringify('localhost:4401'),
  },
  build: {
    outDir: here('./.built/app'),
    emptyOutDir: true,
    modulePreload: false,
  },
});
