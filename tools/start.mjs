import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { root, say } from './root.mjs';

// `npm start` and bin/marquee share this: bring everything up to date, then become the command line itself.
try {
  await ensureBuilt();
} catch (error) {
  say(`Set-up failed: ${error.message}`);
  process.exit(1);
}
const [command = 'start', ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], join(root, 'dist/marquee.mjs'), command, ...rest];
await import(pathToFileURL(join(root, 'dist/marquee.mjs')).href);
