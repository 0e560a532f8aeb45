import { randomUUID } from 'node:crypto';
import { type JobQueue, jobQueue } from '@marquee/contracts';
import { type Bus, memoryBus, rabbitBus } from '@marquee/service-kit';
import { connect } from 'amqplib';
import { z } from 'zod';
import { type BareClient, bareClient } from './bus-bare.ts';
import { median, type Table } from './table.ts';

const URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const ROUNDS = 7;
const MESSAGES = 20_000;
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

async function consume(bus: Bus, queue: JobQueue<typeof Job>, count: number): Promise<void> {
  let seen = 0;
  let finish = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const worker = await bus.work(queue, () => {
    seen += 1;
    if (seen === count) finish();
  });
  await all;
  await worker.stop();
}

interface Speeds {
  publish: number[];
  consume: number[];
}

async function compareWithBare(
  bus: Bus,
  bare: BareClient,
  queueName: string,
): Promise<{ ours: Speeds; bare: Speeds }> {
  const speeds = { ours: { publish: [], consume: [] }, bare: { publish: [], consume: [] } } as {
    ours: Speeds;
    bare: Speeds;
  };
  const steps = [
    async () => {
      speeds.ours.publish.push(await perSecond(MESSAGES, () => publish(bus, ours, MESSAGES)));
      speeds.ours.consume.push(await perSecond(MESSAGES, () => consume(bus, ours, MESSAGES)));
    },
    async () => {
      const send = () => bare.publish(queueName, MESSAGES, WINDOW, payload);
      speeds.bare.publish.push(await perSecond(MESSAGES, send));
      speeds.bare.consume.push(await perSecond(MESSAGES, () => bare.consume(queueName, MESSAGES, PREFETCH)));
    },
  ];
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Whoever goes first finds the broker busier with the round before: take turns.
    for (const step of round % 2 === 0 ? steps : [...steps].reverse()) await step();
    if (round === 0)
      for (const side of Object.values(speeds)) Object.assign(side, { publish: [], consume: [] });
  }
  return speeds;
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
    const speeds = await compareWithBare(bus, bare, `${prefix}job.bare`);
    const memory = await memorySpeed();
    const publishing = { ours: median(speeds.ours.publish), bare: median(speeds.bare.publish) };
    const consuming = { ours: median(speeds.ours.consume), bare: median(speeds.bare.consume) };
    const ratio = ({ ours: mine, bare: plain }: { ours: number; bare: number }): number => mine / plain;
    return {
      title: 'Messages a second',
      columns: ['what', 'our adapter', 'bare amqplib', 'ratio', 'goal'],
      rows: [
        [
          'RabbitMQ: publish',
          publishing.ours.toFixed(0),
          publishing.bare.toFixed(0),
          ratio(publishing).toFixed(2),
          `≥ ${GOAL_RATIO}`,
        ],
        [
          'RabbitMQ: consume',
          consuming.ours.toFixed(0),
          consuming.bare.toFixed(0),
          ratio(consuming).toFixed(2),
          `≥ ${GOAL_RATIO}`,
        ],
        ['memory: enqueue to handler, by CPU time', memory.byCpu.toFixed(0), '–', '–', `≥ ${MEMORY_GOAL}`],
        ['memory: enqueue to handler, by the clock', memory.byClock.toFixed(0), '–', '–', '–'],
      ],
      notes: [
        `${ROUNDS} interleaved rounds of ${MESSAGES} jobs of ${JSON.stringify(payload(0)).length} bytes, medians; broker and client share the machine's cores.`,
        `Both: the same quorum queue arguments, persistent, mandatory, confirms with ${WINDOW} on their way, message ids, prefetch ${PREFETCH}, each message acknowledged after its JSON was read. Ours also checks every payload against its schema at both ends.`,
        `Memory: ${MEMORY_MESSAGES} jobs a round, copied as JSON would copy them and with both checks too. The goal is held against CPU time, garbage collection included, because one busy neighbour on the same cores halves the clock’s figure.`,
      ],
      pass: ratio(publishing) >= GOAL_RATIO && ratio(consuming) >= GOAL_RATIO && memory.byCpu >= MEMORY_GOAL,
    };
  } finally {
    await bus.close();
    await bare.close();
    await removeQueues(prefix);
  }
}

export default { name: 'bus', run };
