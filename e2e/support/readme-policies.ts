import { readRepoFile } from '../../test/support/repo-files.js';

const readme = readRepoFile('README.md');

/** What stands between README's markers. */
function between(start: string, end: string): string {
  const text = readme.split(`<!-- ${start} -->`)[1]?.split(`<!-- ${end} -->`)[0];
  if (text === undefined) throw new Error(`README has no ${start}`);
  return text;
}

/** A policy that README tells owners to send, as one line; its nonce is written `nonce-…`. */
export function readmePolicy(name: string): string {
  return between(`csp: ${name}`, '/csp').replaceAll('```', '').trim().replaceAll('\n', ' ');
}

/** What README tells owners to add to it, by what they use. */
export function readmeAddition(use: string): string {
  const row = between('csp-more', '/csp-more').split('\n').find((line) => line.startsWith('|') && line.split('|')[1]?.replaceAll('`', '').trim() === use);
  const [, addition] = /`([^`]+)`/.exec(row?.split('|')[2] ?? '') ?? [];
  if (addition === undefined) throw new Error(`README has nothing to add for ${use}`);
  return addition;
}

/** A policy without one source of one of its directives; the directive stays. */
export function without(policy: string, directive: string, source: string): string {
  const parts = policy.split(';').map((part) => part.trim().split(' '));
  return parts.map(([name, ...sources]) => [name, ...sources.filter((own) => name !== directive || own !== source)].join(' ')).join('; ');
}

/** Every source that a policy lets in, as pairs with its directive; not what only forbids. */
export function admissionsOf(policy: string): [directive: string, source: string][] {
  const parts = policy.split(';').map((part) => part.trim().split(' '));
  return parts.flatMap(([name = '', ...sources]) => (
    name === 'default-src' || name === 'require-trusted-types-for' ? [] : sources.map((source): [string, string] => [name, source])));
}
