import { writeFileSync } from 'node:fs';
import { configJsonSchema } from './json-schema-of.js';

/** `cli`: for Node only, run when the package is built. Writes the JSON Schema of configurations to the file that it is given. */
const [, , file = 'dist/config.schema.json'] = process.argv;
writeFileSync(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
