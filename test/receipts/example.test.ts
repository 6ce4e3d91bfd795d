import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOperator } from '../../src/config/operator.js';
import { termsDigest } from '../../src/consent/terms.js';
import { createReceipt } from '../../src/receipts/receipt.js';
import { verifyReceipt } from '../../src/receipts/verify-receipt.js';
import { docRows } from '../support/doc-pages.js';
import { readRepoFile } from '../support/repo-files.js';
import { sampleSettings } from '../support/sample-config.js';
import { receiptId } from '../support/sample-receipt.js';

const example = JSON.parse(readFileSync(new URL('../../docs/receipt.example.json', import.meta.url), 'utf8')) as { readonly shown: { readonly text: string } };

/** The receipt of the example, made again from what it is the receipt of. */
function madeAgain(): unknown {
  const operator = readOperator('practice', {
    domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE', role: 'processor', privacyUrl: 'https://meet.example.eu/privacy',
    hosting: { name: 'Cloud, Inc.', country: 'US', transfer: { tool: 'scc', checkedOn: '2026-11-01' } }, retention: 'Seven days', recording: 'never',
  });
  const settings = sampleSettings({ site: 'Practice Dr. Roe' });
  return createReceipt({
    id: receiptId(7), operator, settings, noticeUrl: 'https://www.example.org/privacy#meetings', text: example.shown.text, sourceName: null,
    record: {
      decision: 'granted', scope: 'remembered', purposes: ['load'], at: '2026-11-26T09:00:00.000Z', until: '2027-05-27T09:00:00.000Z',
      terms: termsDigest(operator, settings), notice: '1', lang: 'en', source: 'visitor',
    },
  });
}

describe('the receipt that the documentation explains', () => {
  it('is one that the gate makes, and fits', () => {
    expect(example).toEqual(madeAgain());
    expect(verifyReceipt(example)).toEqual({ ok: true });
  });

  it('is explained member by member', () => {
    expect(docRows('receipt').map(([member = '']) => member.replaceAll('`', ''))).toEqual(Object.keys(example));
    expect(readRepoFile('docs/receipts.md')).toContain('](receipt.example.json)');
  });
});
