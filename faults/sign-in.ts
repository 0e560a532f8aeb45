import { setTimeout as pause } from 'node:timers/promises';
import { owner } from '../e2e/account.ts';
import { type Browser, openBrowser, signIn } from '../e2e/signed-in.ts';
import type { PrivateRedis } from '../packages/service-kit/src/keys/testing/private-redis.ts';
import { from, type PrivateGateway, privateGateway } from './private-gateway.ts';
import { seeded } from './random.ts';

const TIMES = 10;
const SEED = 20261121;
/** How often one may be wrong at one name from one address, and how often each stranger tries. */
const LIMIT = 5;
const TRIES_BEFORE = 3;
const TRIES_AFTER = 5;

interface Fault {
  name: string;
  strike(redis: PrivateRedis, random: () => number): Promise<void>;
}

const faults: Fault[] = [
  { name: 'none', strike: async () => undefined },
  { name: 'FLUSHALL', strike: (redis) => redis.empty() },
  {
    name: 'kill -9, back after a while',
    async strike(redis, random) {
      await redis.kill();
      await pause(500 + random() * 1000);
      await redis.start();
    },
  },
  {
    name: 'frozen for a while (SIGSTOP)',
    async strike(redis, random) {
      redis.freeze();
      await pause(500 + random() * 1000);
      redis.thaw();
    },
  },
];

interface Seen {
  signedIn: number;
  refreshed: number;
  /** Neither the answer that is right nor the one that a limit gives. */
  bad: string[];
  /** Wrong passwords that were looked at, by each stranger. */
  looked: number[];
  refused: number;
}

/** People come in and go on until told to stop. */
async function comeAndGo(url: string, visitors: Browser[], seen: Seen, stopped: () => boolean) {
  async function repeat(step: () => Promise<void>): Promise<void> {
    while (!stopped()) await step().catch((error: unknown) => void seen.bad.push(String(error)));
  }
  await Promise.all([
    ...['10.0.0.1', '10.0.0.2'].map((address) =>
      repeat(async () => {
        const { status, error } = await signIn({ url, ...owner, headers: from(address) });
        if (status === 200) seen.signedIn += 1;
        else seen.bad.push(`sign-in: ${status} ${JSON.stringify(error)}`);
      }),
    ),
    ...visitors.map((browser) =>
      repeat(async () => {
        const { status, error } = await browser.refresh();
        const me = await browser.ask('GET', '/api/auth/me');
        if (status === 200 && me.status === 200) seen.refreshed += 1;
        else seen.bad.push(`refresh: ${status} ${JSON.stringify(error)}, then ${me.status}`);
        await pause(20);
      }),
    ),
  ]);
}

/** Somebody from elsewhere who guesses; gives how often the guess was looked at. */
async function guess(url: string, stranger: number, times: number, seen: Seen): Promise<number> {
  const headers = from(`10.9.${Math.floor(stranger / 250)}.${1 + (stranger % 250)}`);
  let looked = 0;
  for (let time = 0; time < times; time += 1) {
    const { status } = await signIn({ url, name: `Stranger ${stranger}`, password: 'open sesame', headers });
    if (status === 401) looked += 1;
    else if (status === 429) seen.refused += 1;
    else seen.bad.push(`guess: ${status}`);
  }
  return looked;
}

async function strikeRepeatedly(gateway: PrivateGateway, fault: Fault, firstStranger: number): Promise<Seen> {
  const { url, redis } = gateway;
  const random = seeded(SEED);
  const seen: Seen = { signedIn: 0, refreshed: 0, bad: [], looked: [], refused: 0 };
  const addresses = ['10.0.1.1', '10.0.1.2', '10.0.1.3'];
  const visitors = await Promise.all(
    addresses.map((address) => openBrowser({ url, ...owner, headers: from(address) })),
  );
  let over = false;
  const coming = comeAndGo(url, visitors, seen, () => over);
  try {
    for (let time = 0; time < TIMES; time += 1) {
      const stranger = firstStranger + time;
      const before = await guess(url, stranger, TRIES_BEFORE, seen);
      const [during] = await Promise.all([
        guess(url, stranger, TRIES_AFTER, seen),
        fault.strike(redis, random),
      ]);
      seen.looked.push(before + during);
    }
  } finally {
    over = true;
    await coming;
  }
  return seen;
}

async function run() {
  const rows: string[][] = [];
  const bad: string[] = [];
  let pass = true;
  const gateway = await privateGateway();
  try {
    for (const [index, fault] of faults.entries()) {
      const seen = await strikeRepeatedly(gateway, fault, index * TIMES);
      bad.push(...seen.bad);
      pass &&= seen.bad.length === 0 && seen.signedIn > TIMES && seen.refreshed > TIMES;
      pass &&= seen.looked.every((looked) => looked === LIMIT);
      rows.push(
        [fault.name, TIMES, seen.signedIn, seen.refreshed, seen.bad.length]
          .concat([`${Math.min(...seen.looked)} / ${Math.max(...seen.looked)}`, seen.refused])
          .map(String),
      );
    }
  } finally {
    await gateway.remove();
  }
  return {
    title: 'Redis killed, emptied and frozen while people sign in',
    columns: [
      'fault',
      'times',
      'signed in',
      'refreshed',
      'other answers',
      `wrong passwords looked at, least / most by one stranger (${LIMIT})`,
      'guesses told to wait',
    ],
    rows,
    notes: [
      `The gateway as a process of its own with a broker and a Redis of its own (seed ${SEED}): two people sign in and three refresh without pause.`,
      `For each fault a stranger guesses ${TRIES_BEFORE} times before it and ${TRIES_AFTER} times from its beginning on: exactly ${LIMIT} guesses are looked at, whatever Redis has forgotten, since these limits are kept in the gateway.`,
      'Other answers: any that is neither right nor told by a limit, and must not be.',
      ...bad.slice(0, 5),
    ],
    pass,
  };
}

export default { name: 'sign-in', run };
