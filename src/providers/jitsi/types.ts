/** The part of `JitsiMeetExternalAPI` that the gate uses (facts: jitsi.md §1.3, §1.9, §1.10). */
export interface JitsiApi {
  addListener(event: string, listener: (payload: unknown) => void): void;
  executeCommand(command: string, ...args: unknown[]): void;
  isAudioMuted(): Promise<boolean>;
  isVideoMuted(): Promise<boolean>;
  getIFrame(): HTMLIFrameElement;
  dispose(): void;
}

/** The constructor that external_api.js brings. */
export type JitsiApiConstructor = new (domain: string, options: Readonly<Record<string, unknown>>) => JitsiApi;
