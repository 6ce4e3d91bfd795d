/** The site has a consent platform (`cmp`): follows what the visitor decides there. The file of that platform is fetched by `cmp/registry.ts`. */
export { followPlatform } from '../cmp/follow-platform.js';
