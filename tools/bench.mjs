import { runTables } from './tables.mjs';

process.exit(await runTables('bench', process.argv.slice(2)));
