import { writeFileSync } from 'node:fs';
import { formFiles } from './form-files.js';

/** `cli`: for Node only, run before the package is built (`npm run forms`). Writes the compact forms of all descriptions into src/. */
for (const [path, text] of Object.entries(formFiles())) writeFileSync(`src/${path}`, text);
