import type { Operator } from '../config/operator.js';
import { type GateContext, currentContext, onContext } from '../gate/context.js';
import { ofDocument } from '../lib/of-document.js';
import { parseUrl } from '../lib/url.js';
import { warnOnce } from '../lib/warn-once.js';
import { forbiddenIn } from '../providers/frame-permissions.js';
import { watchFetched } from './fetched.js';
import { type DeclaredHosts, type Leak, isDeclared, watchLeaks } from './leaks.js';
import { type PageFacts, type Problem, commonProblems, operatorProblems, violationProblem } from './page-problems.js';

const POLICY = 'head > meta[http-equiv="content-security-policy" i]';

function readFacts({ nonce, settings }: GateContext): PageFacts {
  return {
    isSecure: isSecureContext,
    // Not in older browsers, which know no such policy either.
    isIsolated: (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? false,
    isFramed: window.parent !== window,
    needs: settings.mode === 'frame' ? ['frame'] : ['script', 'frame'],
    nonce,
    policies: [...(ofDocument('querySelectorAll').call(document, POLICY) as NodeListOf<HTMLMetaElement>)].map(({ content }) => content),
  };
}

const tell = (problem: Problem | undefined): void => {
  if (problem) warnOnce(problem.code, problem.message);
};

/** Aborted when the page's configuration is another one, or none. */
function untilReplaced(context: GateContext): AbortSignal {
  const over = new AbortController();
  const stop = onContext(() => {
    if (currentContext() === context) return;
    stop();
    over.abort();
  });
  return over.signal;
}

/**
 * Tells of each element that contacts a declared server, and of what was fetched without such an element as long as the
 * visitor has agreed to nothing of that server: from then on it may be the meeting, or the site may have waited for the yes.
 */
function watchContacts(operators: readonly Operator[], agreed: ReadonlySet<Operator>): () => void {
  const told = new Set<string>();
  const declaredBy = (declarers: Iterable<Operator>): DeclaredHosts => ({ hosts: [...declarers].flatMap(({ domain, hosts }) => [domain].concat(hosts ?? [])), page: parseUrl(window.origin) ?? location });
  const declared = declaredBy(operators);
  const report = ({ url, what, remedy }: Leak): void => {
    told.add(url.href);
    warnOnce('leak', `${what} of this page contacts ${url.origin} before any choice; ${remedy}`, 'error');
  };
  const stopLeaks = watchLeaks(document, declared, report);
  const stopFetched = watchFetched((url, by) => {
    if (told.has(url.href) || !isDeclared(url, declared) || isDeclared(url, declaredBy(agreed))) return;
    report({ url, what: `a request (${by})`, remedy: 'remove it' });
  });
  return () => (stopLeaks(), stopFetched());
}

/**
 * Tells the owner, in the console and once, what will keep meetings from working in this page and what contacts a
 * declared server without the gate (SPEC 2.3). Makes no request and shows visitors nothing. Ends with its context. `agreed`
 * are all operators that the visitor has agreed to on this page view, kept up to date by the caller.
 */
export async function diagnose(context: GateContext, agreed: ReadonlySet<Operator>): Promise<void> {
  if (currentContext() !== context) return;
  const { settings } = context;
  // An operator of the page's own origin is contacted by every page view anyway, and no policy stands between them. A page
  // without an address (`srcdoc`) has that origin all the same; its `location` says nothing of it.
  const operators = [...settings.operators.values()].filter(({ origin }) => origin !== window.origin);
  const refused = (event: SecurityPolicyViolationEvent): void => tell(violationProblem(event, operators.map(({ origin }) => origin)));
  const signal = untilReplaced(context);
  window.addEventListener('securitypolicyviolation', refused, { signal });
  const isRight = await context.isChecked;
  if (!isRight || currentContext() !== context || operators.length === 0) return;
  const facts = readFacts(context);
  commonProblems(facts, settings.maxAgeDays).forEach(tell);
  for (const operator of operators) operatorProblems(facts, operator, forbiddenIn(operator.origin)).forEach(tell);
  signal.addEventListener('abort', watchContacts(operators, agreed));
}
