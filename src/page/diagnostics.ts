import { type GateContext, currentContext, onContext } from '../gate/context.js';
import { ofDocument } from '../lib/of-document.js';
import { warnOnce } from '../lib/warn-once.js';
import { forbiddenIn } from '../providers/frame-permissions.js';
import { watchLeaks } from './leaks.js';
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

/** Settles when the page's configuration is another one, or none. */
function replaced(context: GateContext): Promise<void> {
  return new Promise((resolve) => {
    const stop = onContext(() => {
      if (currentContext() === context) return;
      stop();
      resolve();
    });
  });
}

/**
 * Tells the owner, in the console and once, what will keep meetings from working in this page and what contacts a
 * declared server without the gate (SPEC 2.3). Makes no request and shows visitors nothing. Ends with its context.
 */
export async function diagnose(context: GateContext): Promise<void> {
  if (currentContext() !== context) return;
  const { settings } = context;
  // An operator of the page's own origin is contacted by every page view anyway, and no policy stands between them.
  const operators = [...settings.operators.values()].filter(({ origin }) => origin !== location.origin);
  const refused = (event: SecurityPolicyViolationEvent): void => tell(violationProblem(event, operators.map(({ origin }) => origin)));
  window.addEventListener('securitypolicyviolation', refused);
  const end = replaced(context).then(() => window.removeEventListener('securitypolicyviolation', refused));
  const isRight = await context.isChecked;
  if (!isRight || currentContext() !== context || operators.length === 0) return;
  const facts = readFacts(context);
  commonProblems(facts, settings.maxAgeDays).forEach(tell);
  for (const operator of operators) operatorProblems(facts, operator, forbiddenIn(operator.origin)).forEach(tell);
  const hosts = operators.flatMap(({ domain, hosts: further }) => [domain].concat(further ?? []));
  const stop = watchLeaks(document, { hosts, page: location }, ({ origin, what, remedy }) => {
    warnOnce('leak', `${what} of this page contacts ${origin} before any choice; ${remedy}`, 'error');
  });
  void end.then(stop);
}
