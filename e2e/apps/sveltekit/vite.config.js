import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Every page is rendered when it is built, and taken over in the browser. */
export default defineConfig({ plugins: [sveltekit({ adapter: adapter({ pages: '.built', assets: '.built' }) })] });
