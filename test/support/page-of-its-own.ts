import { expect } from 'vitest';
import type { GateIssue } from '../../src/index.js';

/** A document in which a script tag's entry has started. */
export interface OwnPage {
  readonly document: Document;
  /** What `boot` came to: undefined for success, else what it threw. */
  readonly failure: { readonly code: string; readonly issues: readonly GateIssue[] } | undefined;
  /** What was printed as an error. */
  readonly errors: readonly string[];
  /** What was printed as a warning. */
  readonly warnings: readonly string[];
}

interface Outcome {
  readonly outcome?: { readonly failure?: OwnPage['failure'] };
  readonly errors?: string[];
  readonly warnings?: string[];
}

/**
 * Starts the script tag's entry in a document of its own with this markup, as `boot` watches its page for ever where the
 * configuration is wrong. The document is this page's own origin and lies in a frame of it.
 */
export async function openOwnPage(markup: string, attributes: Readonly<Record<string, string | undefined>>): Promise<OwnPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 400px; height: 700px';
  frame.srcdoc = `<!doctype html><title>A page</title>${markup}
    <script>
      errors = [];
      warnings = [];
      console.warn = (text) => warnings.push(String(text));
      console.error = (text) => errors.push(String(text));
      // What the test runner's server puts around import() in every file it serves.
      __vitest_browser_runner__ = { wrapDynamicImport: (load) => load() };
    </script>
    <script type="module">
      import { boot } from '/src/moments/first-look.ts';
      window.outcome = await (await boot({ dataset: ${JSON.stringify(attributes)} })).openGate({}).then(() => ({}), ({ code, issues }) => ({ failure: { code, issues } }));
    </script>`;
  document.body.append(frame);
  const view = (): Window & Outcome => frame.contentWindow as Window & Outcome;
  await expect.poll(() => view().outcome, { timeout: 5000 }).toBeDefined();
  const { outcome, errors = [], warnings = [] } = view();
  return { document: view().document, failure: outcome?.failure, errors, warnings };
}
