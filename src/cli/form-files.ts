import { DEFAULTS } from '../config/defaults.js';
import { configSchema, operatorSchema, placeholderSchema, scriptOptions } from '../config/schema.js';
import { recordSchema } from '../consent/record-schema.js';
import { type Form, fieldsOf } from '../lib/check-form.js';
import { receiptSchema } from '../receipts/receipt-schema.js';
import { OTHERS } from '../facts/software/others.js';
import { canonicalJson } from '../lib/canonical-json.js';
import { digest } from '../lib/digest.js';
import { formOf, pairsOf } from './form-of.js';

/** Forms that have a name, by their JSON: where one is a part of another, its name stands there. */
type Names = ReadonlyMap<string, string>;

function print(form: Form, names: Names, indent = ''): string {
  if (typeof form === 'string') return `'${form}'`;
  const text = JSON.stringify(form).replaceAll('"', "'").replaceAll(',', ', ');
  return names.get(JSON.stringify(form)) ?? (text.length < 60 ? text : `[\n${printPairs(form, names, `${indent}  `)}${indent}]`);
}

/** Each names and their form on a line. */
function printPairs(form: readonly Form[], names: Names, indent = '  '): string {
  return form.map((part, index) => (index % 2 ? `${print(part, names, indent)},\n` : `${indent}'${String(part)}', `)).join('');
}

const head = (from: string): string => `// Made from ${from} by \`npm run forms\`; see lib/check-form.ts.\nimport type { Form } from '../lib/check-form.js';\n`;

function one(name: string, form: Form, type = 'Form'): string {
  return `\nexport const ${name}: ${type} = ${print(form, new Map())};\n`;
}

function configForms(): string {
  const operator = formOf(operatorSchema);
  const names = new Map([[JSON.stringify(operator), 'operatorForm']]);
  return `${one('operatorForm', operator)}\nexport const configForm: Form = ${print(formOf(configSchema), names)};\n`;
}

/** The options that are attributes of the script tag and have no default. All others are named, and typed, by their default. */
function scriptWords(): string {
  const words = Object.keys(scriptOptions).filter((name) => !Object.hasOwn(DEFAULTS, name));
  return `// Made from schema.ts by \`npm run forms\`.

/** The options that are attributes of the script tag and have no default: texts. */
export const SCRIPT_TEXTS = '${words.join(' ')}';
`;
}

/** The attributes of a placeholder, each with its rule. Flat, so that the first look needs nothing that reads forms. */
function placeholderFields(): string {
  const fields = fieldsOf(pairsOf(placeholderSchema.shape));
  const needed = fields.filter(([, , isNeeded]) => isNeeded).map(([name]) => name);
  if (needed.join() !== 'room' || fields.some(([, form]) => typeof form !== 'string')) throw new Error('a placeholder is flat, and needs a room and nothing else');
  return `// Made from schema.ts by \`npm run forms\`.

/** The attributes of a placeholder, each with its rule (lib/rule.ts). The room has to be there. */
export const PLACEHOLDER_FIELDS = {
${fields.map(([name, form]) => `  ${/-/.test(name) ? `'${name}'` : name}: '${String(form)}',\n`).join('')}} as const;
`;
}

/** What stands for each software's list of what it stores: its digest, so that a change of a list asks again, and nobody fetches it for that. */
function storedVersions(): string {
  const versions = Object.entries(OTHERS).map(([name, { stored }]) => `  '${name}': '${digest(canonicalJson(stored))}',\n`);
  return `// Made from others.ts by \`npm run forms\`.

/** Stands for the list of what a software stores in the terms of a decision: its digest. Jitsi's stands in jitsi-stored-version.ts. */
export const STORED_VERSIONS = {
${versions.join('')}} as const;
`;
}

/** The files that hold compact forms, by their paths below src/, as they have to be. */
export function formFiles(): Readonly<Record<string, string>> {
  return {
    'config/config-form.ts': head('schema.ts') + configForms(),
    'config/placeholder-fields.ts': placeholderFields(),
    'config/placeholder-form.ts': head('schema.ts') + one('placeholderForm', formOf(placeholderSchema), 'readonly Form[]'),
    'facts/software/stored-versions.ts': storedVersions(),
    'config/script-options.ts': scriptWords(),
    'consent/record-form.ts': head('record-schema.ts') + one('recordForm', formOf(recordSchema)),
    'receipts/receipt-form.ts': head('receipt-schema.ts') + one('receiptForm', formOf(receiptSchema)),
  };
}
