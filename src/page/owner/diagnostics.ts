import type { Operator } from '../../config/operator.js';
import { tellRoomHint } from '../../config/room-hint.js';
import type { Settings } from '../../config/settings.js';
import { PAGE_NEEDS } from '../../facts/software/jitsi-advice.js';
import type { JitsiGateElement } from '../../elements/gate/gate-element.js';
import { resolveLocale } from '../../i18n/resolve-locale.js';
import { wantedLanguages } from '../../elements/wanted-languages.js';
import type { Site } from '../../gate/site.js';
import { ofDocument } from '../../lib/of-document.js';
import { pageNonce } from '../../lib/page-nonce.js';
import { parseUrl } from '../../lib/url.js';
import { warnOnce } from '../../lib/warn-once.js';
import { callbackOf } from '../../providers/ask-callback.js';
import { forbiddenIn } from '../../providers/frame-permissions.js';
import { declarationProblems, languageProblems } from './declaration-problems.js';
import { watchFetched } from './fetched.js';
import { type DeclaredHosts, type Leak, isDeclared, watchLeaks } from './leaks.js';
import { type PageFacts, type Problem, commonProblems, operatorProblems, violationProblem } from './page-problems.js';

const POLICY = 'head > meta[http-equiv="content-security-policy" i]';

/** Whether a callback of the site, or a property of a gate, may give a token. */
function canGiveToken(settings: Settings): boolean {
  const gates = [...(ofDocument('querySelectorAll').call(document, 'jitsi-gate') as NodeListOf<Element & Partial<JitsiGateElement>>)];
  return callbackOf(settings, 'getToken') !== undefined || gates.some(({ jwt }) => jwt);
}

function readFacts({ nonce, settings }: Site): PageFacts {
  return {
    isSecure: isSecureContext,
    isSandboxed: window.origin === 'null' && /^https?:/.test(location.protocol),
    hasToken: canGiveToken(settings),
    hasAddress: callbackOf(settings, 'getUrl') !== undefined,
    // Not in older browsers, which know no such policy either.
    isIsolated: (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? false,
    isFramed: window.parent !== window,
    needs: PAGE_NEEDS[settings.mode],
    nonce: nonce || pageNonce(),
    policies: [...(ofDocument('querySelectorAll').call(document, POLICY) as NodeListOf<HTMLMetaElement>)].map(({ content }) => content),
  };
}

const tell = (problem: Problem | undefined): void => {
  if (problem) warnOnce(problem.code, problem.message);
};

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

/** The operators that the visitor has agreed to at any time of this page view, under whatever configuration. */
const agreed = new Set<Operator>();

/** Notes each yes. There can be none before the ledger is there. */
function noteAgreed({ settings, whenChoice, ended }: Site): ReadonlySet<Operator> {
  void whenChoice.then(({ ledger }) => {
    const note = (): void => {
      for (const operator of settings.operators.values()) if (ledger.standing(operator) === 'granted') agreed.add(operator);
    };
    note();
    ended.addEventListener('abort', ledger.subscribe(note));
  });
  return agreed;
}

/** Tells of rooms whose names say too much or too little, in each gate that is or comes into the page. */
function watchRooms(settings: Settings, signal: AbortSignal): void {
  const look = (gate: EventTarget | null): void => {
    // This file may have classes of its own.
    const { state, source } = gate as Partial<JitsiGateElement>;
    if (!source || !state || state === 'invalid') return;
    const read = source.read?.(settings) ?? {};
    const room = Array.isArray(read) ? undefined : read.room ?? (gate as Element).getAttribute('room');
    if (room) tellRoomHint(room);
  };
  ofDocument('querySelectorAll').call(document, 'jitsi-gate').forEach(look);
  document.addEventListener('jitsi-gate-state', ({ target }) => look(target), { signal });
}

/**
 * Tells the owner, in the console and once, what will keep meetings from working in this page and what contacts a
 * declared server without the gate. Makes no request and shows visitors nothing. Ends with its site.
 */
export function diagnose(site: Site): void {
  const { settings, ended: signal } = site;
  if (signal.aborted) return;
  // An operator of the page's own origin is contacted by every page view anyway, and no policy stands between them. A page
  // without an address (`srcdoc`) has that origin all the same; its `location` says nothing of it.
  const operators = [...settings.operators.values()].filter(({ origin }) => origin !== window.origin);
  const refused = (event: SecurityPolicyViolationEvent): void => tell(violationProblem(event, operators.map(({ origin }) => origin)));
  window.addEventListener('securitypolicyviolation', refused, { signal });
  watchRooms(settings, signal);
  if (operators.length === 0) return;
  // Scripts of the page may give callbacks until it is loaded.
  const tellProblems = (): void => {
    const facts = readFacts(site);
    const lang = resolveLocale(wantedLanguages(ofDocument('documentElement'), settings), settings.messages).tag;
    commonProblems(facts, settings.maxAgeDays).forEach(tell);
    languageProblems(settings).forEach(tell);
    for (const operator of operators) {
      operatorProblems(facts, operator, forbiddenIn(operator.origin)).forEach(tell);
      declarationProblems(operator, settings, lang).forEach(tell);
    }
  };
  if (ofDocument('readyState') === 'complete') tellProblems();
  else addEventListener('load', tellProblems, { once: true, signal });
  signal.addEventListener('abort', watchContacts(operators, noteAgreed(site)));
}
