import { writeFileSync } from 'node:fs';
import { receiptJsonSchema } from './receipt-json-schema.js';

/** `cli`: for Node only, run when the package is built. Writes the JSON Schema of receipts to the file that it is given. */
const [, , file = 'dist/receipt.schema.json'] = process.argv;
writeFileSync(file, `${JSON.stringify(receiptJsonSchema(), null, 2)}\n`);
