/** One event of a Chromium trace; only what is read here. Times are microseconds; `tdur` is what of it the thread really ran. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

/** A kind of work of the main thread, as developer tools name it. */
export type Work = 'compile' | 'script' | 'collection' | 'html' | 'style' | 'layout' | 'paint' | 'other';

/** Milliseconds of each kind of work, each without what is nested in it. */
export type Spent = Partial<Record<Work, number>>;

/** One turn of the main thread. Milliseconds since the navigation started. */
export interface Task {
  readonly start: number;
  readonly duration: number;
  readonly spent: Spent;
  /** The longest events directly below, in words. */
  readonly inside: readonly string[];
}

const WORK: Readonly<Record<string, Work>> = {
  'v8.compile': 'compile', 'v8.compileModule': 'compile', 'v8.produceCache': 'compile',
  EvaluateScript: 'script', 'v8.evaluateModule': 'script', FunctionCall: 'script', TimerFire: 'script', FireAnimationFrame: 'script',
  RunMicrotasks: 'script', BlinkScheduler_PerformMicrotaskCheckpoint: 'script', EventDispatch: 'script', 'v8.callFunction': 'script', 'v8.run': 'script',
  MajorGC: 'collection', MinorGC: 'collection', BlinkGC: 'collection', 'CppGC.AtomicMark': 'collection',
  ParseHTML: 'html',
  UpdateLayoutTree: 'style', ParseAuthorStyleSheet: 'style',
  Layout: 'layout',
  PrePaint: 'paint', Paint: 'paint', Layerize: 'paint', Commit: 'paint', CompositeLayers: 'paint', UpdateLayer: 'paint', HitTest: 'layout',
};

function workOf({ name }: TraceEvent): Work | undefined {
  return WORK[name] ?? (/^V8\.(?:Compile|Parse|PreParse)/.test(name) ? 'compile' : undefined);
}

/** The main thread that worked most: that of the page which was visited. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const busy = new Map<string, number>();
  const isMain = new Set(events.filter(isMainThreadName).map(threadOf));
  for (const event of events) {
    if (event.ph === 'X' && isMain.has(threadOf(event)) && event.name === 'Layout') busy.set(threadOf(event), (busy.get(threadOf(event)) ?? 0) + 1);
  }
  const [thread] = [...busy].sort(([, a], [, b]) => b - a)[0] ?? [''];
  return events.filter((event) => event.ph === 'X' && threadOf(event) === thread).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

function isMainThreadName({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args?.['name'] === 'CrRendererMain';
}

interface Open {
  readonly work: Work;
  readonly end: number;
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

/** Milliseconds that the thread really ran: others on the same processor do not count. */
function ranFor({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

/** Sums up what each kind of work took inside some nested events. What has no kind of its own belongs to what it is nested in. */
export function spentIn(events: readonly TraceEvent[]): Spent {
  const spent: Spent = {};
  const add = (work: Work, milliseconds: number): number => (spent[work] = (spent[work] ?? 0) + milliseconds);
  const stack: Open[] = [];
  for (const event of events) {
    while ((stack.at(-1)?.end ?? Infinity) <= event.ts) stack.pop();
    const parent = stack.at(-1);
    const work = workOf(event) ?? parent?.work ?? 'other';
    add(work, ranFor(event));
    if (parent) add(parent.work, -ranFor(event));
    stack.push({ work, end: endOf(event) });
  }
  return spent;
}

function wordsFor(event: TraceEvent): string {
  const data = event.args?.['data'] ?? event.args?.['beginData'];
  const about = typeof data === 'object' && data !== null ? (Reflect.get(data, 'url') ?? Reflect.get(data, 'type') ?? '') : '';
  const file = String(about).split('?')[0]?.split('/').at(-1) ?? '';
  return `${event.name}${file === '' ? '' : ` ${file}`} ${ranFor(event).toFixed(1)}`;
}

const TASK = /RunTask$/;

/** Tasks that are in no other one: a trace has them twice. */
function outermost(tasks: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return tasks.filter((task) => {
    if (task.ts < end) return false;
    end = endOf(task);
    return true;
  });
}

/** The turns of the page's main thread from the navigation on, in order. */
export function tasksOf(events: readonly TraceEvent[], path: string): Task[] {
  const start = events.find((event) => event.name === 'navigationStart' && JSON.stringify(event.args ?? {}).includes(path))?.ts;
  if (start === undefined) throw new Error(`the trace has no navigation to ${path}`);
  const all = mainThread(events).filter(({ ts }) => ts >= start);
  return outermost(all.filter(({ name }) => TASK.test(name))).map((task) => {
    const nested = all.filter((event) => event.ts >= task.ts && endOf(event) <= endOf(task));
    const named = nested.filter((event) => workOf(event) && ranFor(event) >= 0.8).sort((a, b) => ranFor(b) - ranFor(a));
    return { start: (task.ts - start) / 1000, duration: ranFor(task), spent: spentIn(nested), inside: named.slice(0, 6).map(wordsFor) };
  });
}
