import { runTables } from './tables.mjs';
import { ensureTestTools } from './test-tools.mjs';

await ensureTestTools();
process.exit(await runTables('bench', process.argv.slice(2)));
