import type { IncomingHttpHeaders } from 'node:http';
import type { Checked, Finding } from './finding.js';

type Row = readonly [header: string, isWeak: (value: string | undefined) => boolean, severity: Finding['severity'], problem: string, remedy: string];

const textOf = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' || value === undefined ? value : value.join(', '));

/** Whether a list of sources, or `DENY`, keeps other sites from showing a meeting. */
const refusesFrames = (csp: string | undefined): boolean => {
  const [, sources] = /(?:^|;)\s*frame-ancestors\s+([^;]*)/i.exec(csp ?? '') ?? [];
  return sources !== undefined && !/(?:^|\s)(?:\*|https:)(?:\s|$)/.test(sources);
};

const deniesDevices = (value: string | undefined): boolean => /\b(?:camera|microphone|display-capture)\s*=\s*\(\s*\)/.test(value ?? '');

/** What the headers of the start page show (server facts C). */
const ROWS: readonly Row[] = [
  ['strict-transport-security', (value) => value === undefined, 'medium', 'a first visit may go over the network in clear', 'send Strict-Transport-Security: max-age=63072000 for every location'],
  ['x-content-type-options', (value) => value?.toLowerCase() !== 'nosniff', 'low', 'browsers guess types of files', 'send X-Content-Type-Options: nosniff'],
  ['referrer-policy', (value) => value === undefined, 'low', 'other hosts may learn the address of a room', 'send Referrer-Policy: no-referrer, or strict-origin'],
  ['permissions-policy', deniesDevices, 'high', 'camera, microphone or screen are denied, so meetings cannot work', 'let self have camera, microphone and display-capture'],
  ['server', (value) => /\d/.test(value ?? ''), 'info', 'the version of the web server is told', 'switch server_tokens off'],
];

/** Judges the headers of the start page. */
export function judgeHeaders(headers: IncomingHttpHeaders): Finding[] {
  return ROWS.flatMap(([header, isWeak, severity, problem, remedy]) => {
    const value = textOf(headers[header]);
    return isWeak(value) ? [{ severity, certainty: 'certain', setting: header, found: value?.slice(0, 120) ?? 'absent', problem, hosts: [], remedy }] : [];
  });
}

/** What keeps other sites from showing a meeting in a frame; `frame-ancestors` counts before the older header. */
function refusal(headers: IncomingHttpHeaders): readonly [setting: string, found: string] | undefined {
  const csp = textOf(headers['content-security-policy']) ?? '';
  const [ancestors] = /frame-ancestors[^;]*/i.exec(csp) ?? [];
  if (ancestors !== undefined) return refusesFrames(csp) ? ['content-security-policy', ancestors] : undefined;
  const older = textOf(headers['x-frame-options']) ?? '';
  return /^(?:deny|sameorigin)/i.test(older) ? ['x-frame-options', older] : undefined;
}

/** Whether other sites can show a meeting of this server in a frame at all. */
export function judgeFraming(headers: IncomingHttpHeaders): Finding[] {
  const [setting, found = ''] = refusal(headers) ?? [];
  if (setting === undefined) return [];
  return [{ severity: 'medium', certainty: 'certain', setting, found: found.slice(0, 120), problem: 'sites that are not named there cannot show a meeting', hosts: [], remedy: 'name your site: frame-ancestors https://www.example.eu' }];
}

/** The headers that were looked at. */
export const checkedHeaders = (findings: readonly Finding[]): Checked[] => [...ROWS.map(([header]) => header), 'x-frame-options'].map((what) => ({ what, result: findings.some(({ setting }) => setting === what) ? 'found' : 'fine' }));
