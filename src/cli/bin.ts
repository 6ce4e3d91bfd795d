/** The command `npx jitsi-gate`, for Node. */
import { main } from './main.js';

await main();
