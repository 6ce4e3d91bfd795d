import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

/** Every page is rendered when it is built; the component is an island that React takes over. */
export default defineConfig({ integrations: [react()], outDir: '.built', devToolbar: { enabled: false } });
