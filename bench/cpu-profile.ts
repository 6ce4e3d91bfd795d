/** A call frame of V8's CPU profile. Lines and columns count from 0. */
export interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** V8's CPU profile; only what is read here. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame; readonly children?: readonly number[] }[];
  readonly samples?: readonly number[];
  /** Microseconds from one sample to the next. */
  readonly timeDeltas?: readonly number[];
}

/** Milliseconds in a function itself, and with what it calls. */
export interface Cost {
  self: number;
  total: number;
}

/** Microseconds of each node by its id, without those below it. */
function selfTimes({ samples = [], timeDeltas = [] }: CpuProfile): Map<number, number> {
  const times = new Map<number, number>();
  samples.forEach((id, index) => times.set(id, (times.get(id) ?? 0) + (timeDeltas[index] ?? 0)));
  return times;
}

/**
 * Adds a profile to the costs by name. Frames that `nameOf` gives the same name are one; a function that calls itself
 * counts once.
 */
export function addCosts(costs: Map<string, Cost>, profile: CpuProfile, nameOf: (frame: CallFrame) => string): void {
  const times = selfTimes(profile);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const walk = (id: number, callers: ReadonlySet<string>): number => {
    const node = nodes.get(id);
    if (!node) return 0;
    const name = nameOf(node.callFrame);
    const inside = new Set(callers).add(name);
    const self = (times.get(id) ?? 0) / 1000;
    const total = (node.children ?? []).reduce((sum, child) => sum + walk(child, inside), self);
    const cost = costs.get(name) ?? { self: 0, total: 0 };
    costs.set(name, { self: cost.self + self, total: cost.total + (callers.has(name) ? 0 : total) });
    return total;
  };
  const [root] = profile.nodes;
  if (root) walk(root.id, new Set());
}
