import { describe, expect, it } from 'vitest';
import { custom, number, optional, string, union, unknown } from 'zod/mini';
import { formFiles } from '../../src/cli/form-files.js';
import { formOf, pairsOf } from '../../src/cli/form-of.js';
import { between, byKey, exactly, fields, flag, listOf, matching, named, oneOf, only, orNull, text, throughout, together } from '../../src/config/fields.js';
import { configForm, operatorForm } from '../../src/config/config-form.js';
import { placeholderForm } from '../../src/config/placeholder-form.js';
import { DEFAULTS } from '../../src/config/defaults.js';
import { SCRIPT_TEXTS } from '../../src/config/script-options.js';
import { RULES } from '../../src/config/rules.js';
import { configSchema, operatorSchema, placeholderSchema, scriptOptions } from '../../src/config/schema.js';
import { recordForm } from '../../src/consent/record-form.js';
import { RECORD_RULES } from '../../src/consent/record-rules.js';
import { recordSchema } from '../../src/consent/record-schema.js';
import { type Form, fieldsOf } from '../../src/lib/check-form.js';
import { receiptForm } from '../../src/receipts/receipt-form.js';
import { RECEIPT_RULES } from '../../src/receipts/receipt-rules.js';
import { receiptSchema } from '../../src/receipts/receipt-schema.js';
import { readRepoFile } from '../support/repo-files.js';

describe('the committed forms', () => {
  it.each(Object.entries(formFiles()))('are what the descriptions make: %s (otherwise run `npm run forms`)', (path, made) => {
    expect(readRepoFile(`src/${path}`)).toBe(made);
  });

  it.each<[string, object, Form]>([
    ['configuration', configSchema.shape, configForm],
    ['operator', operatorSchema.shape, operatorForm],
    ['placeholder', placeholderSchema.shape, placeholderForm],
    ['record', recordSchema.shape, recordForm],
    ['receipt', receiptSchema.shape, receiptForm],
  ])('have every name of the description and no other: %s', (_, shape, form) => {
    const names = fieldsOf(form as readonly Form[]).map(([name]) => name).filter((name) => name !== '.');
    expect(names.toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  it('name the options of the script tag, with a default of their type where they are no texts', () => {
    expect([...Object.keys(DEFAULTS), ...SCRIPT_TEXTS.split(' ')].toSorted()).toEqual(Object.keys(scriptOptions).toSorted());
    const others = fieldsOf(pairsOf(scriptOptions)).filter(([, form]) => /^(int|is)[|]/.test(String(form)));
    expect(others.map(([name]) => [name, typeof Reflect.get(DEFAULTS, name)])).toEqual(others.map(([name, form]) => [name, String(form).startsWith('int') ? 'number' : 'boolean']));
    expect(Object.values(DEFAULTS)).not.toContain(true);
  });

  /** Every rule that stands in a form, without its arguments. */
  const rulesIn = (form: Form): string[] => (typeof form === 'string' ? [form.split('|')[0] ?? ''] : fieldsOf(form).flatMap(([, inner]) => rulesIn(inner)));

  it.each<[string, Form, object]>([
    ['configuration', configForm, RULES],
    ['placeholder', placeholderForm, RULES],
    ['record', recordForm, RECORD_RULES],
    ['receipt', receiptForm, RECEIPT_RULES],
  ])('call no rule that is not there: %s', (_, form, rules) => {
    expect(rulesIn(form).filter((rule) => rule !== '' && !Object.hasOwn(rules, rule))).toEqual([]);
  });
});

describe('a description becomes a form', () => {
  it.each<[string, Form, Parameters<typeof formOf>[0]]>([
    ['a named rule', 'host', named('host', RULES)],
    ['a choice', '|a|b', oneOf('a', 'b')],
    ['a word', '|a', only('a')],
    ['a number', '1', exactly(1)],
    ['bounds', 'int|1|9', between(1, 9)],
    ['a text', 'text', text()],
    ['a short text', 'text|9', text(9)],
    ['a pattern', 'code', matching(/^a$/, 'code')],
    ['a flag', 'is|boolean', flag],
    ['what may be null', 'text?', orNull(text())],
    ['a list', ['#', 'text'], listOf(text())],
    ['free names', ['*', 'any'], byKey(unknown())],
    ['free names, together', ['*', 'text', '.', 'filled'], byKey(text()).check(together('filled', RULES))],
    ['names', ['b d!', 'text', 'a c', 'text', 'e!', ['f', 'is|boolean']], fields({ b: text(), a: optional(text()), c: optional(text()), d: text(), e: fields({ f: optional(flag) }) })],
    ['names, together', ['a', 'text', '.', 'needed', '.', 'reserved'], fields({ a: optional(text()) }).check(together('needed', RULES), throughout('reserved'))],
  ])('%s: %j', (_, form, description) => {
    expect(formOf(description)).toEqual(form);
  });

  it.each<[string, Parameters<typeof formOf>[0]]>([
    ['a union', union([text(), flag])],
    ['a text without a rule', string()],
    ['a number without a rule', number()],
    ['a check without a rule', custom(() => true)],
    ['a name that forms use as a sign', fields({ $schema: text() })],
    ['a name with a space', fields({ 'a b': text() })],
  ])('or says that it cannot: %s', (_, description) => {
    expect(() => formOf(description)).toThrow(/no compact form/);
  });
});
