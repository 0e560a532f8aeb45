import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { root, say } from './root.mjs';
import { run } from './run-command.mjs';
import { ensureTestTools } from './test-tools.mjs';

/** Run after the rest: browsers take a network that an engine makes for a change of their own. */
const AFTERWARDS = '^<rootDir>/e2e/containers/stack\\.test\\.ts$';

/** Suites in which a browser is looked at. */
const WITH_BROWSER = 'e2e/(journeys/|attacks/markup|overlay-worker)';

/** Suites that start every service on its own. */
const DISTRIBUTED = '^<rootDir>/e2e/(services|plex-servers|attacks/(tokens|canaries))';

const JOURNEYS = '^<rootDir>/e2e/journeys/';

/** Suites that need a part which this machine lacks, by what the part is for. */
const SUITES_OF = {
  'browser journeys': [JOURNEYS, '^<rootDir>/e2e/attacks/markup'],
  'RabbitMQ suites': ['rabbit.*\\.test\\.ts$', '/bus/.*contract\\.test\\.ts$', DISTRIBUTED],
  'Redis suites': ['redis.*\\.test\\.ts$', '/(keys|blobs)/.*contract\\.test\\.ts$', DISTRIBUTED],
  'Traefik suites': ['^<rootDir>/e2e/traefik/', AFTERWARDS],
  'container suites': [AFTERWARDS],
  'comparing pixels with Pillow again': [],
  'python-plexapi and schemathesis': ['python-plexapi\\.test\\.ts$', '^<rootDir>/e2e/fuzz\\.test\\.ts$'],
};

/** One run of jest; what it counted. A skipped test in CI is a failure: nothing may pass by not being run. */
async function jest(name, ignored, jestArguments) {
  const report = join(root, `artifacts/${name}.json`);
  mkdirSync(join(root, 'artifacts'), { recursive: true });
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
  const skippedInCi = process.env.CI === 'true' ? numPendingTests : 0;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites + skippedInCi };
}

/** `npm test`: everything. Arguments go to jest, to run a part of it. */
async function test(jestArguments) {
  await ensureBuilt();
  const everything = jestArguments.length === 0;
  // One waits for the network, the others for the processor.
  const [missing, ...counts] = await Promise.all([ensureTestTools(), ...(everything ? [check()] : [])]);
  const ignored = [...new Set(missing.map((part) => part.for))].flatMap((what) => SUITES_OF[what]);
  if (!everything) counts.push(await jest('jest', ignored, jestArguments));
  else {
    const everyCore = `--maxWorkers=${availableParallelism()}`;
    counts.push(await jest('jest', ignored, ['--selectProjects', 'unit', 'web', everyCore]));
    const e2e = ['--selectProjects', 'e2e'];
    const notNow = [...ignored, AFTERWARDS];
    counts.push(await jest('jest-e2e', [...notNow, WITH_BROWSER], [...e2e, everyCore]));
    // A browser and the product beside it want the machine for themselves.
    if (!ignored.includes(JOURNEYS))
      counts.push(await jest('jest-browser', notNow, [...e2e, `--testPathPatterns=${WITH_BROWSER}`]));
    if (!ignored.includes(AFTERWARDS))
      counts.push(await jest('jest-containers', [], ['e2e/containers/stack']));
  }
  if (missing.length > 0) say(`Skipped for want of parts: ${missing.map((part) => part.for).join(', ')}`);
  const sum = (what) => counts.reduce((total, count) => total + count[what], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
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
