import { Worker } from 'node:worker_threads';
import type { Haste, Studio } from '../studio/studio.ts';
import { until } from '../testing/until.ts';
import { threadPool } from './thread-pool.ts';

/** A thread that does what the text of its task says. */
const script = `
const { parentPort, threadId } = require('node:worker_threads');
const waiting = new Map();
parentPort.on('message', (said) => {
  if (said.say === 'material') return waiting.get(said.id)(said.bytes);
  const { id, task } = said;
  const done = (answer) => parentPort.postMessage({ say: 'done', id, answer });
  const [word, more] = task.text.split(' ');
  if (word === 'hang') for (;;);
  if (word === 'exit') process.exit(1);
  if (word === 'throw') throw new Error('out of the blue');
  if (word === 'hoard') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
  if (word === 'refuse') return parentPort.postMessage({ say: 'failed', id, code: 'font.unreadable', message: 'no font' });
  if (word === 'need') {
    waiting.set(id, (bytes) => done(Object.entries(bytes).map(([name, value]) => name + '=' + (value && value.length)).join()));
    return parentPort.postMessage({ say: 'need', id, hashes: ['here', 'gone'] });
  }
  if (word === 'slowly') return setTimeout(() => done(more), 20);
  done(word === 'who' ? threadId : more);
});`;

let pool: Studio;
let started = 0;
const open = (threads: number, seconds = 10) => {
  started = 0;
  pool = threadPool({
    threads,
    seconds,
    start: () => {
      started += 1;
      return new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    },
  });
};
const run = (text: string, haste: Haste = 'urgent') =>
  pool.run({ kind: 'specimen', font: new Uint8Array(), text }, { haste }) as Promise<unknown>;
afterEach(() => pool.close());

test('threads start when they are needed, and no more than they may', async () => {
  open(2);
  expect(started).toBe(0);
  expect(await run('say one')).toBe('one');
  expect(started).toBe(1);
  await Promise.all(Array.from({ length: 6 }, () => run('slowly x')));
  expect(started).toBe(2);
});

test('whoever waits goes first, each in the order they came', async () => {
  open(1);
  const order: unknown[] = [];
  const note = (text: string, haste: Haste) => run(text, haste).then((answer) => order.push(answer));
  await Promise.all([
    ...['b1', 'b2', 'b3'].map((name) => note(`slowly ${name}`, 'batch')),
    ...['u1', 'u2'].map((name) => note(`slowly ${name}`, 'urgent')),
  ]);
  // The first batch piece had begun already.
  expect(order).toEqual(['b1', 'u1', 'u2', 'b2', 'b3']);
});

test.each([
  ['hang', 'render.timed-out', 'Not done within 0.2 s'],
  ['exit', 'render.crashed', 'The drawing thread ended'],
  ['throw', 'render.crashed', 'out of the blue'],
  ['hoard', 'render.crashed', 'memory'],
])(
  'a piece that makes its thread %s fails alone, and the next one gets a new thread',
  async (word, code, message) => {
    open(1, word === 'hang' ? 0.2 : 30);
    const bad = run(word);
    const next = run('say next');
    await expect(bad).rejects.toMatchObject({
      code,
      mayPass: true,
      message: expect.stringContaining(message),
    });
    expect(await next).toBe('next');
    expect(started).toBe(2);
  },
);

test('what a thread refuses is told, and the thread goes on', async () => {
  open(1);
  await expect(run('refuse')).rejects.toMatchObject({
    code: 'font.unreadable',
    mayPass: false,
    message: 'no font',
  });
  expect(await run('say on')).toBe('on');
  expect(started).toBe(1);
});

test('a thread is brought what it needs, or told that it is gone', async () => {
  open(1);
  const task = { kind: 'specimen' as const, font: new Uint8Array(), text: 'need' };
  const material = async (hash: string) => (hash === 'here' ? new Uint8Array(5) : undefined);
  expect(await pool.run(task, { haste: 'urgent', material })).toBe('here=5,gone=null');
  const broken = pool.run(task, { haste: 'urgent', material: () => Promise.reject(new Error('no blobs')) });
  await expect(broken).rejects.toMatchObject({ code: 'render.crashed', message: 'no blobs' });
  expect(await run('say on')).toBe('on');
});

test('closing lets nobody wait for ever', async () => {
  open(1);
  const [working, waiting] = [run('hang'), run('say x')];
  const ends = Promise.allSettled([working, waiting]);
  await until(() => pool.busy().working === 1);
  expect(pool.busy()).toEqual({ working: 1, waiting: 1 });
  await pool.close();
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(run('say x')).rejects.toMatchObject({ code: 'render.crashed' });
});
