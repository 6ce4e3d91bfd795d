import type { Operator } from '../../config/operator.js';
import { type PolicyNeed, refusedTypes, refusingDirective } from '../../providers/content-policy.js';
import { type Violation, readRefusal, refusalText } from '../../providers/page-policy.js';

/** Something that the owner has to change, as one line of the console. */
export interface Problem {
  readonly code: 'address' | 'coep' | 'csp' | 'insecure' | 'jaas' | 'loopback' | 'max-age' | 'recipients' | 'texts' | 'permissions-policy';
  readonly message: string;
}

/** What is known of the page without asking any server. */
export interface PageFacts {
  readonly isSecure: boolean;
  /** Whether a sandbox has taken its origin away (`sandbox` in its policy, or of the frame around it). */
  readonly isSandboxed: boolean;
  /** Whether anything in it can give a token. */
  readonly hasToken: boolean;
  /** Whether the site has `getUrl`. */
  readonly hasAddress: boolean;
  /** Whether it is cross-origin isolated. */
  readonly isIsolated: boolean;
  readonly isFramed: boolean;
  /** What the mode of embedding puts into the page. */
  readonly needs: readonly PolicyNeed[];
  /** The nonce that our script for the meeting will carry, or an empty string. */
  readonly nonce: string;
  /** The Content-Security-Policies in its markup; those of headers cannot be read. */
  readonly policies: readonly string[];
}

function permissionProblem(forbidden: readonly string[], origin: string, isFramed: boolean): Problem {
  const header = forbidden.map((feature) => `${feature}=(self "${origin}")`).join(', ');
  const frame = isFramed ? `, and give the frame around this page allow="${forbidden.join('; ')}"` : '';
  return {
    code: 'permissions-policy',
    message: `${forbidden.join(' and ')} cannot be used in meetings of ${origin}; send this page with Permissions-Policy: ${header}${frame}`,
  };
}

/** What the way of embedding does not fit: a server over plain http, or one that wants a token. */
function embeddingProblems({ needs, hasToken, hasAddress }: PageFacts, { origin, kind, domain, known }: Operator): Problem[] {
  const problems: Problem[] = [];
  if (origin.startsWith('http:') && needs.includes('script')) {
    problems.push({ code: 'loopback', message: `meetings on ${origin} need mode: frame, because external_api.js opens https alone` });
  }
  if (kind === 'jaas' && !hasToken) {
    problems.push({ code: 'jaas', message: `${domain} lets visitors in by a token (JWT), and this page has none so far: set getToken` });
  }
  if (known && !known.address && !hasAddress) {
    problems.push({ code: 'address', message: `meetings on ${domain} (${known.name}) have addresses that only your own server can make, and this page has no getUrl` });
  }
  return problems;
}

/** What will keep the meetings of an operator of another origin from working in this page. */
export function operatorProblems(page: PageFacts, operator: Operator, forbidden: readonly string[]): Problem[] {
  const { origin, integrity, software } = operator;
  const facts: PageFacts = software ? { ...page, needs: ['frame'] } : page;
  const problems = embeddingProblems(facts, operator);
  if (forbidden.length > 0) problems.push(permissionProblem(forbidden, origin, facts.isFramed));
  if (facts.isIsolated) {
    problems.push({
      code: 'coep',
      message: `this page is sent with Cross-Origin-Embedder-Policy, which refuses ${origin} unless that server sends Cross-Origin-Resource-Policy: cross-origin and Cross-Origin-Embedder-Policy itself; leave the header away on this page`,
    });
  }
  for (const policy of facts.policies) {
    for (const need of facts.needs) {
      const isRefused = refusingDirective(policy, need, { origin, integrity, nonce: facts.nonce });
      if (isRefused) problems.push({ code: 'csp', message: refusalText(policy, need, origin) });
    }
  }
  return problems;
}

/** What concerns every meeting in this page: what will keep it from working, and a decision that counts for too long. */
export function commonProblems({ isSecure, isSandboxed, needs, policies }: PageFacts, maxAgeDays: number): Problem[] {
  // The gate draws by lit; only a script of the operator needs a policy of ours.
  const types = needs.includes('script') ? ['lit-html', 'jitsi-gate'] : ['lit-html'];
  const problems = policies.flatMap((policy) => refusedTypes(policy, types)).map((name): Problem => (
    { code: 'csp', message: `the page's Content-Security-Policy refuses the gate's Trusted Types; add ${name} to trusted-types` }));
  if (!isSecure) {
    problems.push({ code: 'insecure', message: 'no meeting in this page can use camera or microphone, because it is no secure context; serve it, and every page around it, over https' });
  }
  if (isSandboxed) {
    problems.push({ code: 'csp', message: 'no meeting in this page can work, because a sandbox of its policy, or of the frame around it, lacks allow-same-origin' });
  }
  if (maxAgeDays > 183) problems.push({ code: 'max-age', message: `maxAgeDays is ${maxAgeDays}; authorities recommend at most 183 days` });
  return problems;
}

/** What a refusal means for the owner; undefined where it is none of an operator, or was only reported. */
export function violationProblem(violation: Violation, origins: readonly string[]): Problem | undefined {
  const message = origins.map((origin) => readRefusal(violation, origin)).find(Boolean);
  return message ? { code: 'csp', message } : undefined;
}
