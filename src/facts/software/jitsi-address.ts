/** The facts of an operator that addresses are made of. */
export interface AddressFacts {
  readonly origin: string;
  readonly appId?: string | undefined;
  readonly release?: string | undefined;
  readonly integrity?: string | undefined;
}

/**
 * The address of an operator's `external_api.js`. JaaS keeps one for each customer, and only the copy below `/libs` allows
 * reading across origins, which `integrity` needs (docs/jitsi.md §1.1).
 */
export function scriptUrl({ origin, appId, release, integrity }: AddressFacts): string {
  const file = integrity ? 'libs/external_api.min.js' : 'external_api.js';
  const path = appId ? `${encodeURIComponent(appId)}/${file}` : file;
  return `${origin}/${path}${release ? `?release=${encodeURIComponent(release)}` : ''}`;
}

/**
 * A room (`room` or `tenant/room`) as the path that `external_api.js` takes. Each part is encoded, because the script itself
 * encodes nothing and a `?` or `#` would bring settings along (docs/jitsi.md §1.5).
 */
export function roomPath({ room, operator: { appId } }: { readonly room: string; readonly operator: Pick<AddressFacts, 'appId'> }): string {
  const parts = room.split('/').map(encodeURIComponent);
  return (appId ? [encodeURIComponent(appId), ...parts] : parts).join('/');
}
