import { readFile } from 'node:fs/promises';

/** Hosts that tests play; everything else is one "unknown" host to the network log. */
export const FOREIGN_HOSTS = [
  'meet.example.eu',
  'meet.jit.si',
  '8x8.vc',
  'frankfurt.8x8.vc',
  'eu.8x8.vc',
  'rendez-vous.renater.fr',
  'framatalk.org',
  'other.example.org',
] as const;

const SINK = 'sink.localhost';

function sinkName(host: string): string {
  return `${host.replaceAll('.', '-')}.${SINK}`;
}

/** No host but the machine itself resolves: the browser cannot reach anything by accident. */
export const NOTHING_RESOLVES = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE ::1, EXCLUDE localhost';

/**
 * Chromium arguments that record every name the browser looks up, also for `preconnect` and `dns-prefetch`, which
 * neither interception nor the DevTools protocol shows. Names lead to a closed loopback port and never leave the
 * machine. Hints act in a regular profile only: in a private context Chromium ignores them.
 */
export function networkLogArgs(file: string): string[] {
  const rules = FOREIGN_HOSTS.map((host) => `MAP ${host} ${sinkName(host)}:9`);
  const all = [...rules, `MAP * unknown.${SINK}:9`, 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [`--log-net-log=${file}`, `--host-resolver-rules=${all.join(', ')}`];
}

interface Lookup {
  readonly host: string;
  readonly page: string;
}

function readLookup(line: string): Lookup | undefined {
  const host = /"host":"(?:[a-z]+:\/\/)?([^":]+\.sink\.localhost)[:"]/.exec(line)?.[1];
  const page = /"network_anonymization_key":"([^"]*)"/.exec(line)?.[1];
  return host === undefined || page === undefined ? undefined : { host, page };
}

/**
 * The hosts that pages of the site looked up, in order, read from a log of {@link networkLogArgs}. Intercepted
 * requests never get that far, so each one slipped past interception. Lookups are attributed by the network
 * anonymization key, whose first part is the top-level site: what the browser does for itself has another key or none.
 * Chromium writes in batches: the newest lookups appear after a few more requests, or when the browser closes.
 */
export async function readLookups(file: string, siteOrigin: string): Promise<string[]> {
  const { protocol, hostname } = new URL(siteOrigin);
  const text = await readFile(file, 'utf8').catch(() => '');
  const lookups = text.split('\n').flatMap((line) => readLookup(line) ?? []);
  return lookups
    .filter(({ page }) => page.startsWith(`${protocol}//${hostname} `))
    .map(({ host }) => FOREIGN_HOSTS.find((known) => sinkName(known) === host) ?? 'unknown host');
}
