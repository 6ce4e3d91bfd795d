/**
 * Builds of the Jitsi web client and the stable releases that they belong to, as the manifests of a distribution pair them
 * (https://github.com/YunoHost-Apps/jitsi_ynh, the history of its manifest). Between two of them a build can be bracketed, not computed.
 */
const PAIRS: readonly (readonly [build: number, stable: number])[] = [
  [4466, 5142], [4628, 5390], [6644, 7882], [6776, 8044], [6918, 8218], [6943, 8252], [6991, 8319], [7235, 8615], [7322, 8719], [7499, 8922], [7629, 9078], [7658, 9111],
  [7712, 9164], [8091, 9646], [8187, 9753], [8242, 9823], [8448, 10_078], [8877, 10_590], [8936, 10_655], [8979, 10_710], [9008, 10_741], [9139, 10_888], [9222, 10_978], [9268, 11_031],
];

/** The stable releases that a server may run, both included. */
export interface Release {
  readonly from: number;
  readonly to: number;
}

/** Nothing is known of the release. */
export const ANY_RELEASE: Release = { from: 0, to: Number.POSITIVE_INFINITY };

/** The releases that a build of the web client may belong to. */
export function releaseOf(build: number | undefined): Release {
  if (build === undefined || build < 1000) return ANY_RELEASE;
  const below = PAIRS.findLast(([known]) => known <= build);
  const above = PAIRS.find(([known]) => known >= build);
  return { from: below?.[1] ?? 0, to: above?.[1] ?? Number.POSITIVE_INFINITY };
}

/** The number of the build in the address of the client's script: `libs/app.bundle.min.js?v=9008`. */
export function buildIn(html: string): number | undefined {
  const [, build] = /\bapp\.bundle\.min\.js\?v=(\d{1,6})\b/.exec(html) ?? [];
  return build === undefined ? undefined : Number(build);
}

/** What held until a release, and what has held since; `undefined` where the release may be either. */
export const since = <T>(stable: number, before: T, after: T) => ({ from, to }: Release): T | undefined => (from >= stable ? after : to < stable ? before : undefined);
