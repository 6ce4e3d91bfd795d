import { SEVERITIES } from '../desk/advice.js';
import { escapeHtml } from '../lib/escape-html.js';
import { harmless } from '../lib/harmless.js';
import type { Report } from './audit-settings.js';
import type { Release } from './builds.js';
import type { Finding } from './finding.js';

const CERTAINTY: Readonly<Record<Finding['certainty'], string>> = { certain: '', likely: ', likely', maybe: ', depends' };

/** The releases that a server may run, in words. */
function releaseWords({ from, to }: Release): string {
  if (from === to) return `release ${from}`;
  if (from === 0 && to === Number.POSITIVE_INFINITY) return 'release not known';
  return to === Number.POSITIVE_INFINITY ? `release ${from} or later` : `release ${from === 0 ? 'before' : `${from} to`} ${to}`;
}

const hostWords = ({ hosts, country }: Finding): string => (hosts.length > 0 ? ` (contacts ${hosts.join(', ')}${country === undefined ? '' : `, ${country}`})` : '');

const NOTES = 'Not seen from outside: what is logged and for how long, where recordings go, who may open rooms, and STUN servers that the server itself hands out. `--files /etc` on the server reads what its files say.';

/** The report as text. `paint` colours the word of a severity. */
export function reportText({ host, release, findings, checked, operator }: Report, paint: (severity: Finding['severity']) => string = (severity) => severity): string {
  const found = findings.flatMap((finding) => {
    const { severity, certainty, setting, problem, remedy, embed } = finding;
    const rest = [`${problem}${hostWords(finding)}`, `${remedy}${embed === undefined ? '' : `; ${embed}`}`];
    return [`${paint(severity)}${CERTAINTY[certainty]} ${harmless(`${setting}: ${finding.found}`)}`, ...rest.map((line) => `    ${harmless(line)}`)];
  });
  const open = checked.filter(({ result }) => result === undefined).map(({ what, why = '' }) => `    ${harmless(`${what}: ${why}`)}`);
  const fine = checked.filter(({ result }) => result === 'fine').map(({ what }) => what);
  const counts = SEVERITIES.toReversed().map((one) => `${findings.filter(({ severity }) => severity === one).length} ${one}`).join(', ');
  return [
    `${harmless(host ?? 'files')}, ${releaseWords(release)}`,
    '',
    ...found,
    `${findings.length} found: ${counts}`,
    ...fine.length > 0 ? ['', `In order: ${harmless(fine.join(', '))}`] : [],
    ...open.length > 0 ? ['', 'Could not be checked:', ...open] : [],
    ...Object.keys(operator).length > 0 ? ['', `For the operator in your configuration: ${harmless(JSON.stringify(operator))}`] : [],
    '',
    NOTES,
    '',
  ].join('\n');
}

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}:root{color-scheme:light dark}li{margin:0 0 1rem}code{overflow-wrap:anywhere}.high{color:light-dark(#a3140f,#ffb0aa)}.medium{color:light-dark(#7a4a00,#ffce7a)}';

/** The report as one file of HTML that asks nothing of anybody. */
export function reportHtml({ host, release, findings, checked, operator }: Report): string {
  const items = findings.map((finding) => `<li><strong class="${finding.severity}">${finding.severity}${CERTAINTY[finding.certainty]}</strong> <code>${escapeHtml(finding.setting)}</code>: ${escapeHtml(finding.found)}<br>${escapeHtml(finding.problem + hostWords(finding))}<br>${escapeHtml(finding.remedy)}${finding.embed === undefined ? '' : `; ${escapeHtml(finding.embed)}`}</li>\n`);
  const open = checked.filter(({ result }) => result === undefined).map(({ what, why = '' }) => `<li><code>${escapeHtml(what)}</code>: ${escapeHtml(why)}</li>\n`);
  const fine = checked.filter(({ result }) => result === 'fine').map(({ what }) => `<code>${escapeHtml(what)}</code>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Audit of ${escapeHtml(host ?? 'files')}</title><style>${STYLE}</style></head>
<body><h1>Audit of ${escapeHtml(host ?? 'files')}</h1><p>${escapeHtml(releaseWords(release))}</p>
<h2>${findings.length} found</h2><ul>
${items.join('')}</ul>
<h2>In order</h2><p>${fine.join(', ') || 'Nothing.'}</p>
<h2>Could not be checked</h2><ul>
${open.join('')}</ul><p>${escapeHtml(NOTES)}</p>
<h2>For the operator in your configuration</h2><pre>${escapeHtml(JSON.stringify(operator, null, 2))}</pre>
</body></html>
`;
}
