import { basename } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { say } from './root.mjs';
import { run } from './run-command.mjs';
import { loadTypeScript } from './run-ts.mjs';

const bin = (name) => `node_modules/.bin/${name}`;
const program = (title, command, args) => ({
  title,
  async faults() {
    const { code, output } = await run(command, args, { quiet: true });
    return code === 0 ? [] : [output.trim() || `ended with ${code}`];
  },
});
const ours = (title, file) => ({
  title,
  async faults() {
    return (await loadTypeScript(file)).default();
  },
});

const CHECKS = [
  program('format and lint', bin('biome'), ['check', '--error-on-warnings', '.']),
  program('types', bin('tsc'), ['-p', 'tsconfig.json']),
  program('types of the web', bin('tsc'), ['-p', 'web/tsconfig.json']),
  program('structure', bin('depcruise'), [
    '--config',
    '.dependency-cruiser.cjs',
    'packages',
    'services',
    'standalone',
  ]),
  program('unused code', bin('knip'), ['--no-progress']),
  ours('.env.example', 'tools/check-env-example.ts'),
  ours('OpenAPI drift', 'tools/check-openapi.ts'),
  ours('error codes documented', 'tools/check-error-docs.ts'),
];

/** Runs every static check and returns how many passed and failed. */
export async function check() {
  await ensureInstalled();
  const counts = { passed: 0, failed: 0 };
  const started = Date.now();
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const faults = await next.faults();
      if (faults.length === 0) counts.passed += 1;
      else counts.failed += 1;
      say(`${faults.length === 0 ? '✓' : '✗'} ${next.title}`);
      for (const fault of faults) say(`    ${fault}`);
    }
  };
  await Promise.all([worker(), worker()]);
  say(
    `check: ${counts.passed} passed, ${counts.failed} failed in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  return counts;
}

if (basename(process.argv[1]) === 'check.mjs') {
  const { failed } = await check();
  process.exit(failed === 0 ? 0 : 1);
}
