import { VERSION } from '../lib/version.js';
import { KINDS, type Found, type Kind } from './scan-file.js';

/** What was found in a file. */
export interface FileFinding extends Found {
  /** The path from where the scan began, or the address of the page. */
  readonly file: string;
}

const LEVELS = { high: 'error', medium: 'warning', low: 'note', info: 'note' } as const;

/** The findings as code scanning reads them (SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */
export function sarif(findings: readonly FileFinding[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'jitsi-gate', version: VERSION, rules: (Object.keys(KINDS) as Kind[]).map((id) => ({ id, shortDescription: { text: KINDS[id] } })) } },
      results: findings.map(({ file, kind, severity, line, column, host, instead }) => ({
        ruleId: kind,
        level: LEVELS[severity],
        message: { text: `${KINDS[kind]}${host === undefined ? '' : ` (${host})`}. Instead: ${instead}` },
        locations: [{ physicalLocation: { artifactLocation: { uri: file.replaceAll('\\', '/') }, region: { startLine: line, startColumn: column } } }],
      })),
    }],
  };
}
