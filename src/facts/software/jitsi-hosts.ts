import type { JitsiKind } from './jitsi-kinds.js';

/**
 * The hosts that a meeting of the public servers contacts besides its own, a star for any name below (docs/jitsi.md §5). The list of
 * JaaS is that of its maker; that of meet.jit.si holds at least what is known.
 */
const CONTACTED: { readonly [kind in JitsiKind]?: readonly string[] } = {
  'meet.jit.si': ['web-cdn.jitsi.net', '*.jitsi.net', 'api.amplitude.com', 'api2.amplitude.com'],
  jaas: ['*.8x8.vc', '*.8x8.com', '*.jitsi.net', 'www.gravatar.com'],
};

/** The server that a browser asks for its own address when a call goes directly between two (docs/jitsi.md §5). */
const STUN = 'meet-jit-si-turnrelay.jitsi.net';

/** What is known of an operator's server. */
interface Server {
  readonly kind: JitsiKind;
  readonly domain: string;
  readonly hosts?: readonly string[] | undefined;
}

type Config = Readonly<Record<string, unknown>>;

/** The settings of direct connections that an owner gave Jitsi, in either spelling. */
function directSettings(config: Config = {}): Config {
  return { ...Object(config['p2p']) as Config, ...'p2p.enabled' in config && { enabled: config['p2p.enabled'] } };
}

/** Whether calls of two go directly between the participants. The privacy preset says no, so an owner has to say yes. */
export function isDirect(config?: Config): boolean {
  const { enabled = false } = directSettings(config);
  return enabled !== false;
}

/** The hosts of servers as Jitsi's settings name them: `stun:stun.example.eu:443`. */
function hostsOf(servers: unknown): string[] {
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server: unknown) => [(Object(server) as Config)['urls']].flat()).map((url) => String(url).replace(/^\w+:/, ''));
}

/** The server that a browser is sent to for direct connections where the owner names none; undefined where there are none (docs/jitsi.md §5). */
export function unnamedStun(config?: Config): string | undefined {
  return isDirect(config) && hostsOf(directSettings(config)['stunServers']).length === 0 ? STUN : undefined;
}

/** Every host that a meeting contacts, the server's own first; `config` is what the owner tells Jitsi (docs/jitsi.md §5). */
export function contactedHosts({ kind, domain, hosts = [] }: Server, config?: Config): string[] {
  const named = isDirect(config) ? hostsOf(directSettings(config)['stunServers']) : [];
  return [...new Set([domain, ...hosts, ...CONTACTED[kind] ?? [], ...named, unnamedStun(config) ?? domain])];
}
