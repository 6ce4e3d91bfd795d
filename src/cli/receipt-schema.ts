import { writeFileSync } from 'node:fs';
import { toJSONSchema } from 'zod/mini';
import { receiptSchema } from '../receipts/receipt-schema.js';

/** `cli`: for Node only, run when the package is built. Writes the JSON Schema of receipts to the file that it is given. */
const [, , file = 'dist/receipt.schema.json'] = process.argv;
writeFileSync(file, `${JSON.stringify(toJSONSchema(receiptSchema), null, 2)}\n`);
