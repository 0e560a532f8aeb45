import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { buildSync } from 'esbuild';
import type { Behaviour } from './testing/child-service.ts';

const folder = useTempFolder();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Running {
  child: ChildProcess;
  output(): string;
  /** Resolves when the child has said this. */
  said(word: string): Promise<void>;
  exit: Promise<number | null>;
}

function run(behaviour: Behaviour): Running {
  const file = join(folder(), 'child.mjs');
  buildSync({
    entryPoints: [join(__dirname, 'testing/child-service.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const child = fork(file, [behaviour], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  children.push(child);
  let text = '';
  const waiting: { word: string; heard: () => void }[] = [];
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const { word, heard } of waiting) if (text.includes(word)) heard();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    child,
    output: () => text,
    said: (word) =>
      text.includes(word) ? Promise.resolve() : new Promise((heard) => waiting.push({ word, heard })),
    exit: new Promise((resolve) => child.once('close', (code) => resolve(code))),
  };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the service and exits 0', async (signal) => {
  const { child, said, exit, output } = run('good');
  await said('READY');
  child.kill(signal);
  expect(await exit).toBe(0);
  expect(output()).toContain('STOPPED');
});

test('a signal during a slow start waits for it, then stops what was opened', async () => {
  const { child, said, exit, output } = run('slow-start');
  await said('STARTING');
  child.kill('SIGTERM');
  await said('is stopping');
  child.send('go on');
  expect(await exit).toBe(0);
  expect(output()).toContain('STOPPED');
});

test('a second signal does not wait any longer', async () => {
  const { child, said, exit } = run('never-stops');
  await said('READY');
  child.kill('SIGTERM');
  await said('STOPPING');
  child.kill('SIGTERM');
  expect(await exit).toBe(1);
});

test.each([
  ['throw', 'nobody catches this'],
  ['reject', 'nobody awaits this'],
])('an error that nobody caught (%s) is logged, stops the service and exits 1', async (how, words) => {
  const { child, said, exit, output } = run('good');
  await said('READY');
  child.send(how);
  expect(await exit).toBe(1);
  expect(output()).toContain(words);
  expect(output()).toContain('"level":"fatal"');
  expect(output()).toContain('STOPPED');
});

test.each<[Behaviour, string]>([
  ['no-start', 'port is taken'],
  ['bad-stop', 'cannot stop'],
])('a service that fails to start or stop says so and exits 1 (%s)', async (behaviour, words) => {
  const { child, said, exit, output } = run(behaviour);
  if (behaviour === 'bad-stop') {
    await said('READY');
    child.kill('SIGTERM');
  }
  expect(await exit).toBe(1);
  expect(output()).toContain(words);
});
