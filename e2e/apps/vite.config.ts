import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Builds one app; whoever builds says which by `root`. A build for development, because only that warns. */
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), solid({ include: /\/solid\/.*\.tsx$/ })],
  define: { 'process.env.NODE_ENV': JSON.stringify(mode), '__VUE_OPTIONS_API__': 'true', '__VUE_PROD_DEVTOOLS__': 'false', '__VUE_PROD_HYDRATION_MISMATCH_DETAILS__': 'false' },
  resolve: { conditions: ['development', 'browser', 'module', 'import', 'default'] },
  build: { emptyOutDir: true, minify: false, modulePreload: false },
}));
