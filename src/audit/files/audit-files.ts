import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Report, auditSettings, sorted } from '../audit-settings.js';
import { ANY_RELEASE } from '../builds.js';
import type { Checked, Finding } from '../finding.js';
import { type FileSetting, keptDays, readCoturn, readHocon, readNginx, readProperties, readProsody } from './read-settings.js';
import { type Part, type ServerRule, SERVER_RULES } from './server-rules.js';

/** Where each part of a server has its files, below a folder like `/etc`, and how they are read. */
const PLACES: readonly (readonly [part: Part, folder: string, name: RegExp, read: (text: string) => FileSetting[]])[] = [
  ['videobridge', 'jitsi/videobridge', /\.conf$/, readHocon],
  ['videobridge', 'jitsi/videobridge', /\.properties$/, readProperties],
  ['jicofo', 'jitsi/jicofo', /\.conf$/, readHocon],
  ['jibri', 'jitsi/jibri', /\.conf$/, readHocon],
  ['jigasi', 'jitsi/jigasi', /\.properties$/, readProperties],
  ['prosody', 'prosody', /\.cfg\.lua$/, readProsody],
  ['prosody', 'prosody/conf.avail', /\.cfg\.lua$/, readProsody],
  ['prosody', 'prosody/conf.d', /\.cfg\.lua$/, readProsody],
  ['coturn', '.', /^turnserver\.conf$/, readCoturn],
  ['nginx', 'nginx', /^nginx\.conf$/, readNginx],
  ['nginx', 'nginx/conf.d', /\.conf$/, readNginx],
  ['nginx', 'nginx/sites-enabled', /./, readNginx],
];

/** Examples that come with a package and that no server reads. */
const EXAMPLE = /(?:^|\/)(?:example\.com|migrator)\.cfg\.lua$|\.(?:bak|dpkg-\w+|orig|example)$/;
const MOST_BYTES = 1_000_000;

/** A file of a part, with its settings. */
interface PartFile {
  readonly part: Part;
  readonly file: string;
  readonly settings: readonly FileSetting[];
}

/** The text of a file, or why there is none. */
function textOf(path: string): string | { readonly why: string } {
  try {
    return statSync(path).size > MOST_BYTES ? { why: 'is larger than 1 MB' } : readFileSync(path, 'utf8');
  } catch (error) {
    return { why: `cannot be read (${String((error as NodeJS.ErrnoException).code)})` };
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory()).map(({ name }) => name).toSorted();
  } catch {
    return []; // Not there, or not for us: the part is told as one that was not checked.
  }
}

function filesOf(etc: string): { files: PartFile[]; unread: Checked[] } {
  const files: PartFile[] = [];
  const unread: Checked[] = [];
  for (const [part, folder, pattern, read] of PLACES) {
    for (const name of namesIn(join(etc, folder)).filter((one) => pattern.test(one) && !EXAMPLE.test(`${folder}/${one}`))) {
      const file = relative('.', join(folder, name));
      const text = textOf(join(etc, folder, name));
      if (typeof text === 'string') files.push({ part, file, settings: read(text) });
      else unread.push({ what: file, result: undefined, why: text.why });
    }
  }
  return { files, unread };
}

/** What is found, without anything that may be a secret. */
const shown = (key: string, value: string): string => (/secret|password|credential|key$/i.test(key) ? 'set' : value.length > 60 ? 'set' : value);

function judge(rule: ServerRule, files: readonly PartFile[]): Finding[] {
  const { part, key, isWeak, orAbsent = false, unlessSet, severity, problem, remedy } = rule;
  const own = files.filter((one) => one.part === part);
  if (own.length === 0 || (unlessSet && own.some(({ settings }) => settings.some((one) => unlessSet.test(one.key))))) return [];
  const settings = own.flatMap(({ file, settings: all }) => all.filter((one) => key.test(one.key)).map((one) => ({ file, one })));
  const finding = (setting: string, found: string): Finding => ({ severity, certainty: 'certain', setting, found, problem, hosts: [], remedy });
  const weak = settings.filter(({ one }) => isWeak(one.value)).map(({ file, one }) => finding(`${file}:${one.line} ${one.key}`, shown(one.key, one.value)));
  return orAbsent && settings.length === 0 ? [finding(`${own[0]?.file ?? part} ${plain(key)}`, 'absent')] : weak;
}

/** The name of a setting as a pattern has it, to be read. */
const plain = (key: RegExp): string => key.source.replaceAll(/\\(.)|\^|\$|\(\?:\^\|\\?\.\)/g, '$1').replaceAll(/\(\?:|[()^$]/g, '');

/** More days than a fault takes to be found. */
const MOST_DAYS = 30;

/** How long logs are kept, in days; that is a fact for the privacy notice in any case. */
function judgeLogs(etc: string): { findings: Finding[]; checked: Checked[] } {
  const found = ['nginx', 'apache2', 'prosody', 'prosody-common', 'jitsi-videobridge', 'jitsi-videobridge2', 'jicofo', 'coturn'].flatMap((name) => {
    const text = textOf(join(etc, 'logrotate.d', name));
    return typeof text === 'string' ? keptDays(text).map((one) => Object.assign(one, { name })) : [];
  });
  return {
    findings: found.filter(({ days }) => days > MOST_DAYS).map(({ name, files, days, line }) => ({
      severity: 'medium', certainty: 'certain', setting: `logrotate.d/${name}:${line} ${files}`, found: `${days} days`, problem: 'logs with addresses or rooms are kept for long', hosts: [], remedy: 'keep 7 to 14 days, and say so in the privacy notice',
    })),
    checked: found.filter(({ days }) => days <= MOST_DAYS).map(({ files, days }) => ({ what: `${files}: kept ${days} days`, result: 'fine' })),
  };
}

/** What to look at by hand where nobody reads the files of a part. */
const COMMANDS: Readonly<Record<Part, string>> = {
  videobridge: 'grep -R redact /etc/jitsi/videobridge', jicofo: 'cat /etc/jitsi/jicofo/jicofo.conf', jibri: 'ls /srv/recordings; cat /etc/jitsi/jibri/jibri.conf', jigasi: 'grep transcription /etc/jitsi/jigasi/sip-communicator.properties',
  prosody: 'prosodyctl check; ls -l /var/log/prosody', coturn: 'cat /etc/turnserver.conf', nginx: 'nginx -T | grep -E "access_log|add_header"',
};

/** What only the server itself knows, part by part, with the command to look with. */
export const CHECKLIST: readonly Checked[] = (Object.keys(COMMANDS) as Part[]).map((part) => ({ what: part, result: undefined, why: `not seen from outside; look on the server with: ${COMMANDS[part]}` }));

/** Audits the files of a server, from a folder like `/etc`. Nothing is changed and nobody is asked. */
export function auditFiles(etc: string): Report {
  const { files, unread } = filesOf(etc);
  const parts = [...new Set(files.map(({ part }) => part))];
  const logs = judgeLogs(etc);
  const configs = namesIn(join(etc, 'jitsi/meet')).filter((name) => /(?:config|interface_config)\.js$/.test(name));
  const scripts = configs.flatMap((name) => {
    const text = textOf(join(etc, 'jitsi/meet', name));
    return typeof text === 'string' ? [{ name: `jitsi/meet/${name}`, text }] : [];
  });
  const settings = scripts.length > 0 ? auditSettings(scripts) : undefined;
  const judged = SERVER_RULES.map((rule) => ({ part: rule.part, findings: judge(rule, files) }));
  const findings = [...judged.flatMap((one) => one.findings), ...logs.findings];
  const missing = (Object.keys(COMMANDS) as Part[]).filter((part) => !parts.includes(part)).map((part): Checked => ({ what: part, result: undefined, why: `no files of it in ${etc}; look with: ${COMMANDS[part]}` }));
  const fine = parts.filter((part) => judged.every((one) => one.part !== part || one.findings.length === 0)).map((part): Checked => ({ what: part, result: 'fine' }));
  return {
    host: settings?.host,
    release: settings?.release ?? ANY_RELEASE,
    findings: sorted([...findings, ...settings?.findings ?? []]),
    checked: [...settings?.checked ?? [], ...fine, ...logs.checked, ...unread, ...missing],
    operator: settings?.operator ?? {},
  };
}

/** Whether a folder is there. */
export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
