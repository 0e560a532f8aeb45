import { runTables } from './tables.mjs';

process.exit(await runTables('faults', process.argv.slice(2)));
