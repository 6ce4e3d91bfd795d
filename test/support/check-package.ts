import type { Counts } from './read-results.js';
import { readNpm, runTool } from './run-command.js';

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** What the tarball may weigh, in bytes: source maps, and thirty languages for script tags, for npm and for the desk, are most of it, then the command. */
const MOST = { size: 1_350_000, unpackedSize: 4_400_000 } as const;

const ALLOWED = /^(dist\/.+\.(js|js\.map|d\.ts|json|txt)|dist\/desk\/(index\.html|desk\.css)|docs\/[\w./-]+|README\.md|CHANGELOG\.md|SECURITY\.md|LICENSE|package\.json)$/;
const NEEDED = [
  'dist/index.js', 'dist/index.d.ts', 'dist/define.js', 'dist/react.js', 'dist/react.d.ts', 'dist/vite.js', 'dist/cli.js', 'dist/desk/index.html', 'dist/vite.d.ts', 'dist/modules/index.js.map', 'dist/jitsi-gate.js', 'dist/jitsi-gate.page.js',
  'dist/jitsi-gate.single.js', 'dist/config.schema.json', 'dist/custom-elements.json', 'dist/receipt.schema.json', 'dist/integrity.json', 'dist/sbom.cdx.json',
  'dist/third-party-notices.txt', 'dist/frameworks/script.d.ts', 'docs/install.md', 'docs/frameworks.md', 'README.md', 'CHANGELOG.md', 'LICENSE', 'package.json',
];

/** What is wrong with what `npm pack` would make, one line each. */
function contentProblems({ size, unpackedSize, files }: Packed): string[] {
  const paths = files.map(({ path }) => path);
  return [
    ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is not in the package`),
    ...paths.filter((path) => !ALLOWED.test(path)).map((path) => `${path} does not belong into the package`),
    ...(size > MOST.size ? [`the package has ${size} bytes, more than ${MOST.size}`] : []),
    ...(unpackedSize > MOST.unpackedSize ? [`the package has ${unpackedSize} bytes unpacked, more than ${MOST.unpackedSize}`] : []),
  ];
}

/** The package as `npm publish` would send it: its exports (publint), its types in every resolution (attw), and what is in it. */
export async function checkPackage(): Promise<Counts> {
  const exitCodes = [await runTool('publint', ['--strict']), await runTool('attw', ['--pack', '.', '--profile', 'esm-only', '--format', 'ascii', '--quiet'])];
  const [packed] = JSON.parse(readNpm('pack', '--dry-run', '--json', '--ignore-scripts')) as [Packed];
  const problems = contentProblems(packed);
  console.log([...problems, `${packed.files.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`].join('\n'));
  const failed = [...exitCodes, problems.length].filter((code) => code !== 0).length;
  return { passed: 3 - failed, failed };
}
