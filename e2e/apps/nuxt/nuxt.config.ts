/** Every page is rendered when it is built, and taken over in the browser. */
export default defineNuxtConfig({
  telemetry: false,
  nitro: { output: { publicDir: '.built' } },
  vue: { compilerOptions: { isCustomElement: (tag: string) => tag.startsWith('jitsi-gate') } },
});
