import { randomUUID } from 'node:crypto';
import { type JobQueue, jobQueue } from '@marquee/contracts';
import { type Bus, memoryBus, rabbitBus } from '@marquee/service-kit';
import { connect } from 'amqplib';
import { z } from 'zod';
import { type BareClient, bareClient } from './bus-bare.ts';
import { median, type Table } from './table.ts';

const URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const ROUNDS = 15;
const MESSAGES = 10_000;
const MEMORY_MESSAGES = 200_000;
const WINDOW = 500;
const PREFETCH = 200;
const GOAL_RATIO = 0.85;
const MEMORY_GOAL = 200_000;

const Job = z.object({
  itemId: z.string(),
  library: z.string(),
  overlays: z.array(z.object({ name: z.string(), x: z.number(), y: z.number(), weight: z.number() })),
  requestedAt: z.string(),
});
const limits = { prefetch: PREFETCH, attempts: 3, maxLength: 1_000_000 };
const ours = jobQueue('ours', Job, limits);
const theirs = jobQueue('bare', Job, limits);

function payload(n: number): z.input<typeof Job> {
  const overlays = ['resolution', 'audio', 'ribbon'].map((name, place) => ({
    name,
    x: 15,
    y: 30 * place,
    weight: n,
  }));
  return { itemId: `demo.${n}`, library: 'demo.1', overlays, requestedAt: '2026-11-21T05:00:00.000Z' };
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (count * 1000) / (performance.now() - started);
}

/** Keeps `WINDOW` messages on their way. */
async function publish(bus: Bus, queue: JobQueue<typeof Job>, count: number): Promise<void> {
  let next = 0;
  const slot = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await bus.enqueue(queue, payload(next));
    }
  };
  await Promise.all(Array.from({ length: WINDOW }, slot));
}

/** Answers with the milliseconds from the first message to the last. */
async function consume(bus: Bus, queue: JobQueue<typeof Job>, count: number): Promise<number> {
  let seen = 0;
  let started = 0;
  let finish = (_ms: number): void => undefined;
  const all = new Promise<number>((resolve) => {
    finish = resolve;
  });
  const worker = await bus.work(queue, () => {
    seen += 1;
    if (seen === 1) started = performance.now();
    if (seen === count) finish(performance.now() - started);
  });
  const ms = await all;
  await worker.stop();
  return ms;
}

/** Messages a second of both, measured one right after the other. */
interface Pair {
  ours: number;
  bare: number;
}

async function inPair(
  round: number,
  mine: () => Promise<number>,
  plain: () => Promise<number>,
): Promise<Pair> {
  // Whoever goes first finds the broker busier with the round before: take turns.
  if (round % 2 === 0) {
    const first = await mine();
    return { ours: first, bare: await plain() };
  }
  const first = await plain();
  return { bare: first, ours: await mine() };
}

const byMs = (ms: number): number => (MESSAGES * 1000) / ms;

async function compareWithBare(
  bus: Bus,
  bare: BareClient,
  queueName: string,
): Promise<{ publishing: Pair[]; consuming: Pair[] }> {
  const publishing: Pair[] = [];
  const consuming: Pair[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const published = await inPair(
      round,
      () => perSecond(MESSAGES, () => publish(bus, ours, MESSAGES)),
      () => perSecond(MESSAGES, () => bare.publish(queueName, MESSAGES, WINDOW, payload)),
    );
    const consumed = await inPair(
      round,
      async () => byMs(await consume(bus, ours, MESSAGES)),
      async () => byMs(await bare.consume(queueName, MESSAGES, PREFETCH)),
    );
    // The first round warms both up.
    if (round === 0) continue;
    publishing.push(published);
    consuming.push(consumed);
  }
  return { publishing, consuming };
}

const ratioOf = (pairs: readonly Pair[]): number => median(pairs.map(({ ours: mine, bare }) => mine / bare));

function comparedRow(what: string, pairs: readonly Pair[]): string[] {
  const speeds = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.bare))];
  return [what, ...speeds.map((speed) => speed.toFixed(0)), ratioOf(pairs).toFixed(2), `≥ ${GOAL_RATIO}`];
}

/** From the first enqueue to the last handler. */
async function memorySpeed(): Promise<{ byClock: number; byCpu: number }> {
  const byClock: number[] = [];
  const byCpu: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bus = memoryBus();
    const both = async () => {
      const consumed = consume(bus, ours, MEMORY_MESSAGES);
      await publish(bus, ours, MEMORY_MESSAGES);
      await consumed;
    };
    const before = process.cpuUsage();
    byClock.push(await perSecond(MEMORY_MESSAGES, both));
    const used = process.cpuUsage(before);
    byCpu.push((MEMORY_MESSAGES * 1e6) / (used.user + used.system));
    await bus.close();
  }
  return { byClock: median(byClock.slice(1)), byCpu: median(byCpu.slice(1)) };
}

async function removeQueues(prefix: string): Promise<void> {
  const connection = await connect(URL);
  const channel = await connection.createChannel();
  for (const name of ['ours', 'bare'].flatMap((job) =>
    ['', '.retry', '.dead'].map((tail) => `${prefix}job.${job}${tail}`),
  )) {
    await channel.deleteQueue(name);
  }
  await channel.deleteExchange(`${prefix}events`);
  await connection.close();
}

async function run(): Promise<Table> {
  const prefix = `bench-${randomUUID().slice(0, 8)}.`;
  const bus = await rabbitBus({ url: URL, prefix });
  const bare = await bareClient(URL);
  try {
    // Declares the bare client's queue with our arguments, so that the broker does the same work for both.
    await bus.enqueue(theirs, payload(0));
    await bare.consume(`${prefix}job.bare`, 1, 1);
    const { publishing, consuming } = await compareWithBare(bus, bare, `${prefix}job.bare`);
    const memory = await memorySpeed();
    return {
      title: 'Messages a second',
      columns: ['what', 'our adapter', 'bare amqplib', 'ratio', 'goal'],
      rows: [
        comparedRow('RabbitMQ: publish', publishing),
        comparedRow('RabbitMQ: consume', consuming),
        ['memory: enqueue to handler, by CPU time', memory.byCpu.toFixed(0), '–', '–', `≥ ${MEMORY_GOAL}`],
        ['memory: enqueue to handler, by the clock', memory.byClock.toFixed(0), '–', '–', '–'],
      ],
      notes: [
        `${ROUNDS} rounds of ${MESSAGES} jobs of ${JSON.stringify(payload(0)).length} bytes, ours and bare right after each other in turns; medians of the speeds and of the ratios within a round. Broker and client share the machine’s cores.`,
        `Both: the same quorum queue arguments, persistent, mandatory, confirms with ${WINDOW} on their way, message ids, prefetch ${PREFETCH}, each message acknowledged after its JSON was read. Ours also checks every payload against its schema at both ends.`,
        `Memory: ${MEMORY_MESSAGES} jobs a round, copied as JSON would copy them and with both checks too. The goal is held against CPU time, garbage collection included, because one busy neighbour on the same cores halves the clock’s figure.`,
      ],
      pass:
        ratioOf(publishing) >= GOAL_RATIO && ratioOf(consuming) >= GOAL_RATIO && memory.byCpu >= MEMORY_GOAL,
    };
  } finally {
    await bus.close();
    await bare.close();
    await removeQueues(prefix);
  }
}

export default { name: 'bus', run };
