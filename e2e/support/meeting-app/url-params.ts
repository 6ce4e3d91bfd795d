const UNSAFE = ['__proto__', 'constructor', 'prototype'];

function parseValue(text: string): unknown {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === 'undefined' ? undefined : (JSON.parse(decoded) as unknown);
  } catch {
    // A value that is not JSON is dropped, as Jitsi does; the page goes on with the rest.
    return undefined;
  }
}

/** The parameters of a meeting URL's hash: `#key=<JSON, encoded>&…`. Keys that reach a prototype are dropped. */
export function readHashParams(hash: string): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [key, value] = part.split('=');
    if (!key || value === undefined || key.split('.').some((step) => UNSAFE.includes(step))) continue;
    params[key] = parseValue(value);
  }
  return params;
}

/** The room of a meeting URL: the path's last segment, decoded, NFKC, lower case; all before it is the tenant. */
export function readRoomName(pathname: string): string {
  const segment = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment).normalize('NFKC').toLowerCase();
  } catch {
    // Not a valid encoding: Jitsi then takes the text as it stands.
    return segment.toLowerCase();
  }
}
