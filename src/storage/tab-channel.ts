/** Speaks to the other tabs and frames of the same origin. What comes in may be from anybody there: it is unknown. */
export interface TabChannel {
  post(message: unknown): void;
  /** Calls back for each message of another tab; returns how to stop. */
  listen(listener: (message: unknown) => void): () => void;
  close(): void;
}

/** Opens a channel by name, or one that is silent where the browser has none. */
export function openTabChannel(name: string): TabChannel {
  const silent: TabChannel = { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  try {
    const channel = new BroadcastChannel(name);
    let isOpen = true;
    return {
      post(message) {
        if (isOpen) channel.postMessage(message);
      },
      listen(listener) {
        const receive = (event: MessageEvent): void => listener(event.data);
        channel.addEventListener('message', receive);
        return () => channel.removeEventListener('message', receive);
      },
      close() {
        isOpen = false;
        channel.close();
      },
    };
  } catch {
    return silent; // No channel in this browser or frame: the other tabs learn of it on their next visit.
  }
}
