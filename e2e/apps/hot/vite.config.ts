import { svelte } from '@sveltejs/vite-plugin-svelte';
import react from '@vitejs/plugin-react';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Serves an app for development, as its starter does; whoever serves says which by `root`. */
export default defineConfig({
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('jitsi-gate') } } }), svelte()],
  optimizeDeps: { include: ['jitsi-gate', 'jitsi-gate/define', 'jitsi-gate/react'] },
});
