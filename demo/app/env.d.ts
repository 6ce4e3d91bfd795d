// What vite.config.ts fills in at build time.
interface ImportMetaEnv {
  /** Host and port of the meeting server. */
  readonly VITE_MEETING_HOST: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
