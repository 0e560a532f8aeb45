import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from '@marquee/testing';
import { buildSync } from 'esbuild';
import type { Desk } from '../problems/deskwork.ts';
import { createLookThrough } from '../problems/look-through.ts';
import { work } from '../resources/work.ts';
import { threadDesk } from './thread-desk.ts';

jest.setTimeout(60_000);

let folder: string;
let script: string;
let desk: Desk;
beforeAll(async () => {
  folder = (await tempFolder('marquee-desk')).path;
  script = join(folder, 'thread.cjs');
  const entryPoints = [join(__dirname, 'desk-thread.ts')];
  buildSync({ entryPoints, outfile: script, bundle: true, platform: 'node', format: 'cjs' });
});
afterEach(() => desk.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

const names = { files: ['config.yml'], folders: [], closed: [] };
const now = { year: 2026, month: 11, day: 21, hour: 5 };
const check = (text: string) =>
  desk.do({ kind: 'check', texts: new Map([['config.yml', text]]), names, now });

test('checks and merges beside what else goes on', async () => {
  desk = threadDesk(script, 60);
  const large = `libraries:\n${Array.from({ length: 5_000 }, (_, n) => `  Library ${n}: {operatons: {}}\n`).join('')}`;
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const [findings, merged] = await Promise.all([
    check(large),
    desk.do({ kind: 'merge', base: 'a\n', mine: 'a\nb\n', theirs: 'c\na\n' }),
  ]);
  clearInterval(turning);
  expect(findings.length).toBeGreaterThanOrEqual(1_000);
  expect(merged).toEqual({ text: 'c\na\nb\n', conflicts: [] });
  expect(turns).toBeGreaterThan(5);
});

test('what takes too long is ended and told, and the next piece of work is done', async () => {
  desk = threadDesk(script, 0.001);
  await expect(check('libraries:\n')).rejects.toThrow(
    expect.objectContaining({ code: 'config.check-timed-out' }),
  );
  await desk.close();
  desk = threadDesk(script, 60);
  expect(await check('libraries: [1]\n')).not.toEqual([]);
});

/** A thread that is never done with some files. */
async function threadThatStaysAt(...stuck: string[]): Promise<string> {
  const path = join(folder, `stays-at-${stuck.join('-')}.cjs`);
  await writeFile(
    path,
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ texts }) => {
      parentPort.postMessage({ at: null });
      for (const file of texts.keys()) {
        parentPort.postMessage({ at: file });
        while (${JSON.stringify(stuck)}.includes(file));
      }
      parentPort.postMessage({ answer: [...texts.keys()] });
    });`,
  );
  return path;
}
const texts = new Map(['a.yml', 'b.yml', 'c.yml'].map((path) => [path, `of ${path}`]));

test('a file that takes too long is refused by its name, and its thread is ended', async () => {
  desk = threadDesk(await threadThatStaysAt('b.yml'), 1);
  await expect(desk.do({ kind: 'check', texts, names, now })).rejects.toMatchObject({
    code: 'config.check-timed-out',
    details: [
      {
        file: 'b.yml',
        message: 'b.yml takes more than 1 s to look through.',
        fix: 'Divide it into several files.',
      },
    ],
  });
  const others = new Map([...texts].filter(([path]) => path !== 'b.yml'));
  expect(await desk.do({ kind: 'check', texts: others, names, now })).toEqual(['a.yml', 'c.yml']);
});

test('files that take too long are left out of a folder, and the others looked through', async () => {
  desk = threadDesk(await threadThatStaysAt('a.yml', 'b.yml'), 1);
  const lookThrough = createLookThrough(desk);
  const task = { kind: 'check', texts, names, now } as const;
  expect(await lookThrough(task)).toEqual({ answer: ['c.yml'], tooSlow: ['a.yml', 'b.yml'] });
});

test('an error of the work itself comes back as one', async () => {
  desk = threadDesk(script, 60);
  const texts = new Map([['config.yml', 7 as unknown as string]]);
  await expect(desk.do({ kind: 'check', texts, names, now })).rejects.toThrow(/./);
  expect(await check('')).toEqual(expect.any(Array));
});

test('large texts are read and changed there, and come back whole', async () => {
  desk = threadDesk(script, 60);
  const names = Array.from({ length: 3_000 }, (_, n) => `Collection ${n}`);
  const text = `collections:\n${names.map((name) => `  ${name}:\n    since: 2020-01-02\n`).join('')}`;
  const changes = names.map((name) => ({ name, change: { kind: 'disable' } as const }));
  const changed = await work(desk, { kind: 'change-definitions', text, within: ['collections'], changes });
  expect(changed).toMatchObject({ changed: 3_000, refused: [] });
  const one = { text: changed.text, within: ['collections'], name: 'Collection 2999' };
  const found = await work(desk, { kind: 'definition', ...one });
  expect(found?.values).toEqual({ since: '2020-01-02', run_definition: false });
  expect(found?.about.enabled).toBe(false);
  expect(await work(desk, { kind: 'yaml-fault', text: `${changed.text}\t` })).toMatchObject({ line: 9_002 });
});
