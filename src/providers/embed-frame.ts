import { JITSI_ALLOW } from '../facts/software/jitsi-allow.js';

/** A frame that is to show somebody else's page. */
export interface EmbedFrame {
  readonly url: string;
  /** Accessible name. */
  readonly title: string;
  /** What it may do; default: what Jitsi needs. */
  readonly features?: readonly string[];
  /** Further permissions. */
  readonly allow?: readonly string[] | undefined;
  /** Default `no-referrer`: the operator does not learn the page's address. */
  readonly referrerPolicy?: ReferrerPolicy | undefined;
  /** Tokens of the sandbox attribute; without them there is no sandbox. */
  readonly sandbox?: string | undefined;
}

/** Makes the frame; nothing is fetched before it is put into the page. */
export function createEmbedFrame({ url, title, features = JITSI_ALLOW, allow = [], referrerPolicy = 'no-referrer', sandbox }: EmbedFrame): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const { origin } = new URL(url);
  frame.title = title;
  // Named for one origin each, so that a page which the operator redirects to gets none of them.
  // Chromium takes no IPv6 address there, not even as 'src'; such an operator is this computer itself.
  const allowed = origin.includes('[') ? '*' : origin;
  frame.allow = [...new Set([...features, ...allow])].map((feature) => `${feature} ${allowed}`).join('; ');
  frame.referrerPolicy = referrerPolicy;
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.style.cssText = 'width: 100%; height: 100%; border: 0';
  frame.src = url;
  return frame;
}
