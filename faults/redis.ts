import { setTimeout as pause } from 'node:timers/promises';
import { type PrivateRedis, privateRedis } from '../packages/service-kit/src/keys/testing/private-redis.ts';
import { percentile, seeded } from './random.ts';
import { LIMIT, load, mostUses, openProcesses, PROCESSES, type Seen, WINDOW_MS } from './redis-load.ts';

const TIMES = 10;
const SEED = 20261121;

interface Fault {
  name: string;
  strike(redis: PrivateRedis, random: () => number): Promise<void>;
  /** The most that all processes together may let through in one window. */
  bound: number;
}

const alone = PROCESSES * Math.floor(LIMIT / 2);
const faults: Fault[] = [
  { name: 'none', strike: async () => undefined, bound: LIMIT },
  { name: 'FLUSHALL', strike: (redis) => redis.empty(), bound: LIMIT + alone },
  {
    name: 'kill -9, back after a while',
    async strike(redis, random) {
      await redis.kill();
      await pause(200 + random() * 800);
      await redis.start();
    },
    bound: LIMIT + alone,
  },
  {
    name: 'frozen for a while (SIGSTOP)',
    async strike(redis, random) {
      redis.freeze();
      await pause(200 + random() * 800);
      redis.thaw();
    },
    bound: LIMIT + alone,
  },
];

interface Struck {
  seen: Seen;
  recoveries: number[];
  unhandled: number;
}

async function strikeRepeatedly(fault: Fault): Promise<Struck> {
  const random = seeded(SEED);
  const redis = await privateRedis();
  const processes = openProcesses(redis.url);
  let unhandled = 0;
  const count = () => {
    unhandled += 1;
  };
  process.on('unhandledRejection', count);
  process.on('uncaughtExceptionMonitor', count);
  let over = false;
  const loaded = load(processes, fault.name, () => over);
  const recoveries: number[] = [];
  try {
    for (let time = 0; time < TIMES; time += 1) {
      await pause(300 + random() * 500);
      await fault.strike(redis, random);
      const struckAt = performance.now();
      await Promise.all(processes.flatMap(({ keys, blobs }) => [works(keys), works(blobs)]));
      recoveries.push(performance.now() - struckAt);
    }
    over = true;
    return { seen: await loaded, recoveries, unhandled };
  } finally {
    over = true;
    await loaded;
    await Promise.all(processes.flatMap(({ keys, blobs }) => [keys.close(), blobs.close()]));
    await redis.remove();
    process.off('unhandledRejection', count);
    process.off('uncaughtExceptionMonitor', count);
  }
}

async function works(port: { check(): Promise<{ state: string }> }): Promise<void> {
  while ((await port.check()).state !== 'ok') await pause(10);
}

async function run() {
  const rows: string[][] = [];
  let pass = true;
  for (const fault of faults) {
    const { seen, recoveries, unhandled } = await strikeRepeatedly(fault);
    const { byOne, byAll } = mostUses(seen);
    const exceptions = seen.exceptions.length + unhandled;
    const backwards = seen.fences.filter((fence, index) => fence <= (seen.fences[index - 1] ?? 0)).length;
    pass &&= exceptions + backwards + seen.stale + seen.wrongBlobs === 0;
    pass &&= byOne <= LIMIT && byAll <= fault.bound && byOne > 0 && seen.fences.length > 0;
    rows.push(
      [fault.name, TIMES, seen.calls, exceptions, `${byOne} (${LIMIT})`, `${byAll} (${fault.bound})`]
        .concat([`${backwards} of ${seen.fences.length}`, seen.stale, seen.wrongBlobs])
        .concat(
          fault.name === 'none' ? ['–'] : [`${percentile(recoveries, 0.5)} / ${percentile(recoveries, 1)}`],
        )
        .map(String),
    );
  }
  return {
    title: 'Redis killed, emptied and frozen under load',
    columns: [
      'fault',
      'times',
      'calls',
      'exceptions',
      'most uses by one (bound)',
      'most uses by all (bound)',
      'fences that did not grow',
      'stale values',
      'wrong blobs',
      'back in ms, median / longest',
    ],
    rows,
    notes: [
      `${PROCESSES} sets of Keys and Blobs, each with its own connections, use limits, locks, caches, presence and blobs at once (seed ${SEED}).`,
      `The limit is ${LIMIT} uses in ${WINDOW_MS} ms. No process ever lets through more. All together may exceed it only while they cannot ask each other: by half the limit each, at the worst.`,
      'A stale value is one that its own writer had replaced or removed before.',
      'Back: from the end of the fault until Keys and Blobs of every set answer.',
    ],
    pass,
  };
}

export default { name: 'Redis', run };
