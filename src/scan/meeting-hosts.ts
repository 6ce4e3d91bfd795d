import type { Settings } from '../config/settings.js';
import { builtInAt } from '../facts/software/jitsi.js';
import { parseUrl } from '../lib/url.js';

/** Public Jitsi servers besides those that are built in, as they stand in many sites. Who runs them the site's owner has to say. */
const PUBLIC = /^(?:jitsi\.|meet\.jitsi\.|kmeet\.infomaniak\.com$|meet\.ffmuc\.net$|fairmeeting\.net$|jitsi\.debian\.social$|meet\.systemli\.org$|meet\.golem\.de$|meet\.mayfirst\.org$|framatalk\.org$)/;

const API_SCRIPT = /\/external_api(?:\.min)?\.js$/;
const OVERRIDES = /^#(?:config|interfaceConfig|userInfo|jwt)\b[.=]/;

/** Tells what contacts a meeting server. */
export interface MeetingHosts {
  /** Whether an address is one of a meeting server, and of which host. */
  hostOf(address: string): string | undefined;
  /** Whether the site has declared that host, so that a placeholder may have it. */
  isDeclared(host: string): boolean;
}

/** An address as a browser would ask for it; undefined where it stays on the site or is none. */
function urlOf(address: string): URL | undefined {
  const text = address.trim();
  return /^(?:https?:)?\/\//i.test(text) ? parseUrl(text.startsWith('//') ? `https:${text}` : text) : undefined;
}

/** Which hosts are meeting servers: those that a configuration names, those that are known, and whatever serves Jitsi's script or is addressed like a meeting. */
export function meetingHosts(settings?: Settings): MeetingHosts {
  const operators = [...settings?.operators.values() ?? []];
  const declared = operators.map(({ domain }) => domain);
  const others = operators.flatMap(({ hosts = [] }) => hosts);
  const isMeeting = ({ host, hostname, pathname, hash }: URL): boolean => (
    declared.includes(host) || others.includes(host) || builtInAt(hostname) !== undefined || PUBLIC.test(hostname) || API_SCRIPT.test(pathname) || OVERRIDES.test(hash));
  return {
    hostOf(address) {
      const url = urlOf(address);
      return url && isMeeting(url) ? url.host : undefined;
    },
    isDeclared: (host) => declared.includes(host),
  };
}

/** The room in a meeting's address, as far as it can be told; a name to be replaced otherwise. */
export function roomIn(address: string): string {
  const path = urlOf(address)?.pathname.split('/').filter(Boolean) ?? [];
  const room = path.at(-1) ?? '';
  return room && !API_SCRIPT.test(`/${room}`) ? room.replaceAll(/["<>&\s]/g, '') : 'your-room';
}
