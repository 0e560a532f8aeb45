import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median, type Table } from './table.ts';

const STARTS = 5;
const SETTLE_READS = 20;

async function startOnce(
  args: readonly string[],
  dataFolder: string,
): Promise<{ seconds: number; child: ChildProcess }> {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', MARQUEE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!/ready: http/.test(line)) continue;
    child.stdout.resume();
    return { seconds: Number(process.hrtime.bigint() - started) / 1e9, child };
  }
  throw new Error('Marquee ended before it was ready');
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function residentMb(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** The least of many looks: what it holds once start-up garbage is gone. */
async function residentAtRest(child: ChildProcess): Promise<number> {
  const looks: number[] = [];
  for (let i = 0; i < SETTLE_READS; i += 1) {
    looks.push(await residentMb(child));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return median(looks.slice(SETTLE_READS / 2));
}

async function run(): Promise<Table> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-bench-'));
  const product = ['dist/marquee.mjs', 'start'];
  const cold = await startOnce(product, dataFolder);
  await end(cold.child);
  const warm: number[] = [];
  const asTyped: number[] = [];
  for (let i = 0; i < STARTS; i += 1) {
    const direct = await startOnce(product, dataFolder);
    warm.push(direct.seconds);
    await end(direct.child);
    const typed = await startOnce(['tools/start.mjs'], dataFolder);
    asTyped.push(typed.seconds);
    await end(typed.child);
  }
  const resting = await startOnce(product, dataFolder);
  const rss = await residentAtRest(resting.child);
  await end(resting.child);
  await rm(dataFolder, { recursive: true, force: true });
  return {
    title: 'Start and rest of the one-process Marquee',
    columns: ['what', 'measured', 'goal'],
    rows: [
      ['cold: first start on an empty data folder, s', cold.seconds.toFixed(2), ''],
      [`warm: start of the program, s (median of ${STARTS})`, median(warm).toFixed(2), ''],
      [
        `warm: as \`npm start\` does it, with the look whether anything changed, s (median of ${STARTS})`,
        median(asTyped).toFixed(2),
        '< 3',
      ],
      ['resident memory at rest, MB', rss.toFixed(0), '< 300'],
    ],
    notes: ['From the start of the process to the line that says where Marquee is.'],
    pass: rss < 300,
  };
}

export default { name: 'start', run };
