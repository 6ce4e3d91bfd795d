/** The configuration is a file of the site's (`data-config`): reads it, or says in words what came instead. */
export { readConfigFile } from '../page/read-config-file.js';
