import { setTimeout as pause } from 'node:timers/promises';
import { owner } from '../e2e/account.ts';
import { signIn } from '../e2e/signed-in.ts';
import { from, type PrivateGateway, privateGateway } from './private-gateway.ts';
import { memoryMb, readVitals } from './vitals.ts';

const CROWD = 200;
const MOST_GROWTH_MB = 256;
const MOST_DELAY_MS = 100;
const REST_MS = 5000;

interface Scene {
  name: string;
  password: string;
  address(n: number): string;
  /** What each may be told. */
  answers: readonly number[];
}

const elsewhere = (n: number) => `10.1.${Math.floor(n / 250)}.${1 + (n % 250)}`;
const scenes: Scene[] = [
  { name: 'right passwords', password: owner.password, address: elsewhere, answers: [200] },
  { name: 'wrong ones, each from elsewhere', password: 'open sesame', address: elsewhere, answers: [401] },
  {
    name: 'wrong ones, all from one address',
    password: 'open sesame',
    address: () => '10.2.0.1',
    answers: [401, 429],
  },
];

interface Seen {
  row: string[];
  growthMb: number;
  delayMs: number;
  wrong: number;
}

async function play(gateway: PrivateGateway, scene: Scene): Promise<Seen> {
  const { url, pid } = gateway;
  const { rssMb } = await readVitals(gateway);
  const startedAt = performance.now();
  const answers = await Promise.all(
    Array.from({ length: CROWD }, (_, n) =>
      signIn({ url, name: owner.name, password: scene.password, headers: from(scene.address(n)) }),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { eventLoopMs } = await readVitals(gateway);
  const growthMb = memoryMb(pid, 'most') - rssMb;
  const statuses = answers.map(({ status }) => status);
  const told = [...new Set(statuses)]
    .sort()
    .map((status) => `${statuses.filter((one) => one === status).length} × ${status}`)
    .join(', ');
  return {
    growthMb,
    delayMs: eventLoopMs.p99,
    wrong: statuses.filter((status) => !scene.answers.includes(status)).length,
    row: [scene.name, told, seconds.toFixed(1), growthMb.toFixed(0)].concat(
      [eventLoopMs.p50, eventLoopMs.p99, eventLoopMs.longest].map((ms) => ms.toFixed(0)),
    ),
  };
}

async function run() {
  const gateway = await privateGateway();
  try {
    await readVitals(gateway);
    await pause(REST_MS);
    const { eventLoopMs: rest } = await readVitals(gateway);
    const seen: Seen[] = [];
    for (const scene of scenes) seen.push(await play(gateway, scene));
    return {
      title: `${CROWD} sign-ins at once`,
      columns: [
        'who',
        'answers',
        'until the last, s',
        `memory grew at most, MB (< ${MOST_GROWTH_MB})`,
        'event loop delay p50, ms',
        `p99, ms (< ${MOST_DELAY_MS})`,
        'longest, ms',
      ],
      rows: [
        ['control: nobody', '–', (REST_MS / 1000).toFixed(1), '–'].concat(
          [rest.p50, rest.p99, rest.longest].map((ms) => ms.toFixed(0)),
        ),
        ...seen.map(({ row }) => row),
      ],
      notes: [
        'One gateway as a process of its own, at the name of one person; the memory is the kernel’s high-water mark of the process less what it had before, the delay what the process says of itself (it measures in steps of 10 ms).',
        'Two passwords are hashed at a time, 64 MiB each; everybody else waits in a queue that costs next to nothing.',
      ],
      pass: seen.every(
        ({ growthMb, delayMs, wrong }) => growthMb < MOST_GROWTH_MB && delayMs < MOST_DELAY_MS && wrong === 0,
      ),
    };
  } finally {
    await gateway.remove();
  }
}

export default { name: 'crowd', run };
