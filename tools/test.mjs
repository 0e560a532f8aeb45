import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { root, say } from './root.mjs';
import { run } from './run-command.mjs';
import { ensureTestTools } from './test-tools.mjs';

/** Suites that need a part which this machine lacks, by what the part is for. */
const SUITES_OF = {
  'browser journeys': ['^<rootDir>/e2e/journeys/'],
  'RabbitMQ suites': ['rabbit.*\\.test\\.ts$', '/bus/.*contract\\.test\\.ts$'],
  'Redis suites': ['redis.*\\.test\\.ts$', '/(keys|blobs)/.*contract\\.test\\.ts$'],
  'Traefik suites': ['^<rootDir>/e2e/traefik/', '^<rootDir>/e2e/containers/stack\\.test\\.ts$'],
  'container suites': ['^<rootDir>/e2e/containers/stack\\.test\\.ts$'],
  'python-plexapi and schemathesis': ['python-plexapi\\.test\\.ts$', '^<rootDir>/e2e/fuzz\\.test\\.ts$'],
};

/** `npm test`: everything. Arguments go to jest, to run a part of it. */
async function test(jestArguments) {
  await ensureBuilt();
  const missing = await ensureTestTools();
  const partial = jestArguments.length > 0;
  const checks = partial ? { passed: 0, failed: 0 } : await check();

  const report = join(root, 'artifacts/jest.json');
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  const ignored = [...new Set(missing.map((part) => part.for))].flatMap((what) => SUITES_OF[what]);
  await run(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${report}`,
      ...(ignored.length > 0 ? [`--testPathIgnorePatterns=${ignored.join('|')}`] : []),
      ...jestArguments,
    ],
    { env: { NODE_ENV: 'test' } },
  );
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  if (ignored.length > 0) say(`Skipped for want of parts: ${missing.map((part) => part.for).join(', ')}`);
  const passed = checks.passed + numPassedTests;
  // A skipped test in CI is a failure: nothing may pass by not being run.
  const skippedInCi = process.env.CI === 'true' ? numPendingTests : 0;
  const failed = checks.failed + numFailedTests + numRuntimeErrorTestSuites + skippedInCi;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

try {
  process.exit(await test(process.argv.slice(2)));
} catch (error) {
  say(`The tests could not be run: ${error.stack}`);
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}
