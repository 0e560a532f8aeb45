import { ask, jobQueue, topic } from '@marquee/contracts';
import { z } from 'zod';
import type { Bus, Delivery } from '../bus.ts';
import { type BrokerCorner, brokerCorner, brokerUrl } from '../testing/broker.ts';
import { type TcpProxy, tcpProxy } from '../testing/tcp-proxy.ts';
import { until } from '../testing/until.ts';
import { deadQueueOf, retryQueueOf } from './names.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(30_000);

const Numbered = z.object({ n: z.number() });
const work = jobQueue('work', Numbered, { prefetch: 20, attempts: 3, maxLength: 10_000 });
const happened = topic('thing.happened', Numbered);
const double = ask('double', Numbered, z.object({ twice: z.number() }), 20_000);

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const never = new Promise<void>(() => undefined);

let corner: BrokerCorner;
let proxy: TcpProxy;
let bus: Bus;

beforeEach(async () => {
  corner = brokerCorner({ jobs: ['work'], topics: ['thing.happened'], groups: ['g'], asks: ['double'] });
  proxy = await tcpProxy(brokerUrl);
  bus = await corner.open({ url: proxy.url });
});
afterEach(async () => {
  proxy.mend();
  await corner.clear();
  await proxy.close();
});

describe('when the connection is cut', () => {
  test('nothing that was enqueued is lost, under the ids it was sent with, and workers go on', async () => {
    const seen = new Map<string, number>();
    await bus.work(work, async ({ n }, { messageId }) => {
      await new Promise(setImmediate);
      seen.set(messageId, n);
    });
    const sent = numbers(3000).map((n) => bus.enqueue(work, { n }, { messageId: `m-${n}` }));
    for (const share of [300, 1200, 2000]) {
      await until(() => seen.size >= share);
      proxy.cut();
    }
    await Promise.all(sent);
    await until(() => seen.size === 3000);
    for (const [id, n] of seen) expect(id).toBe(`m-${n}`);
    expect((await bus.check()).state).toBe('ok');
  });

  test('events published meanwhile are heard, by listeners in a group and alone', async () => {
    const grouped: number[] = [];
    const alone: number[] = [];
    await bus.subscribe(happened, { group: 'g' }, ({ n }) => void grouped.push(n));
    await bus.subscribe(happened, {}, ({ n }) => void alone.push(n));
    await bus.publish(happened, { n: 0 });
    proxy.breakDown();
    await until(async () => (await bus.check()).state === 'down');
    const later = bus.publish(happened, { n: 1 });
    proxy.mend();
    await later;
    await until(() => grouped.includes(1));
    // A listener that is alone comes back with a new queue, which the event may have come too early for.
    await until(async () => {
      await bus.publish(happened, { n: 2 });
      return alone.includes(2);
    });
  });

  test('a question is asked again and gets its answer', async () => {
    let asked = 0;
    await bus.answer(double, async ({ n }) => {
      asked += 1;
      if (asked === 1) {
        proxy.cut();
        await until(async () => (await bus.check()).state === 'ok');
      }
      return { twice: n * 2 };
    });
    expect(await bus.request(double, { n: 21 })).toEqual({ twice: 42 });
    expect(asked).toBeGreaterThan(1);
  });

  test('a message sent while the broker is away waits for it', async () => {
    proxy.breakDown();
    await until(async () => (await bus.check()).state === 'down');
    let confirmed = false;
    const sent = bus.enqueue(work, { n: 1 }).then(() => {
      confirmed = true;
    });
    expect((await bus.check()).message).toContain('does not answer');
    expect(confirmed).toBe(false);
    proxy.mend();
    await sent;
    const seen: number[] = [];
    await bus.work(work, ({ n }) => void seen.push(n));
    await until(() => seen.length === 1);
  });

  test('a connection that went silent is noticed and replaced', async () => {
    const url = new URL(proxy.url);
    url.searchParams.set('heartbeat', '1');
    const careful = await corner.open({ url: url.href });
    await careful.enqueue(work, { n: 1 });
    proxy.silence();
    await careful.enqueue(work, { n: 2 });
    const seen: number[] = [];
    await careful.work(work, ({ n }) => void seen.push(n));
    await until(() => new Set(seen).size === 2);
  });
});

test('a bus opens while the broker is away and begins when it comes', async () => {
  proxy.breakDown();
  const early = await corner.open({ url: proxy.url });
  const check = await early.check();
  expect(check).toMatchObject({ name: 'broker', state: 'down' });
  expect(check.message).not.toContain('guest');
  const seen: number[] = [];
  await early.work(work, ({ n }) => void seen.push(n));
  const sent = early.enqueue(work, { n: 5 });
  proxy.mend();
  await sent;
  await until(() => seen.includes(5));
});

test('a worker that is lost with a job in hand uses up one of its attempts', async () => {
  await bus.enqueue(work, { n: 1 }, { messageId: 'deadly' });
  const attempts: number[] = [];
  const die = (_: unknown, { attempt }: Delivery): Promise<void> => {
    attempts.push(attempt);
    proxy.cut();
    return never;
  };
  await (await corner.open({ url: proxy.url, drainMs: 1 })).work(work, die);
  const undisturbed = await corner.open();
  await until(async () => (await undisturbed.deadJobs(work)).length === 1);
  expect(attempts).toEqual([1, 2, 3]);
  const [dead] = await undisturbed.deadJobs(work);
  expect(dead).toMatchObject({ messageId: 'deadly', payload: { n: 1 }, attempts: 3 });
  expect(dead?.reason).toContain('lost 3 times');
});

test.each([
  { text: 'not json', payload: 'not json', reason: /not JSON/ },
  { text: '{"n":"one"}', payload: { n: 'one' }, reason: /does not fit its schema[\s\S]*expected number/ },
])(
  'a message that cannot be read ($text) is put aside at once with the reason',
  async ({ text, payload, reason }) => {
    const seen: number[] = [];
    await bus.work(work, ({ n }) => void seen.push(n));
    await corner.raw(async (channel) => {
      channel.sendToQueue(corner.names.job('work'), Buffer.from(text), { messageId: 'odd' });
    });
    await until(async () => (await bus.deadJobs(work)).length === 1);
    const [dead] = await bus.deadJobs(work);
    expect(dead).toMatchObject({ messageId: 'odd', payload, attempts: 1 });
    expect(dead?.reason).toMatch(reason);
    expect(seen).toEqual([]);
  },
);

test('a message without an id is put aside, for nobody could tell whether it came twice', async () => {
  await bus.work(work, () => undefined);
  await corner.raw(async (channel) => {
    channel.sendToQueue(corner.names.job('work'), Buffer.from('{"n":1}'));
  });
  await until(async () => (await bus.deadJobs(work)).some(({ reason }) => reason.includes('no id')));
});

describe('when a queue is deleted at the broker', () => {
  test('its worker declares it again and goes on', async () => {
    const seen: number[] = [];
    await bus.work(work, ({ n }) => void seen.push(n));
    await bus.enqueue(work, { n: 1 });
    await until(() => seen.includes(1));
    await corner.raw((channel) => channel.deleteQueue(corner.names.job('work')));
    await bus.enqueue(work, { n: 2 });
    await until(() => seen.includes(2));
  });

  test('a lone listener gets another and goes on', async () => {
    const heard: number[] = [];
    await bus.subscribe(happened, {}, ({ n }) => void heard.push(n));
    await corner.raw((channel) => channel.deleteExchange(corner.names.events));
    proxy.cut();
    await until(async () => {
      await bus.publish(happened, { n: 1 });
      return heard.length > 0;
    });
  });

  test('the next job brings it back', async () => {
    await bus.enqueue(work, { n: 1 });
    await corner.raw((channel) => channel.deleteQueue(corner.names.job('work')));
    await bus.enqueue(work, { n: 2 });
    const seen: number[] = [];
    await bus.work(work, ({ n }) => void seen.push(n));
    await until(() => seen.includes(2));
  });

  test.each([retryQueueOf, deadQueueOf])(
    'a failed job survives the loss of the queue it should go to (%p)',
    async (queueOf) => {
      const seen: number[] = [];
      await bus.work(work, async (_, { attempt }) => {
        seen.push(attempt);
        if (seen.length === 1) {
          await corner.raw((channel) => channel.deleteQueue(queueOf(corner.names.job('work'))));
        }
        throw new Error('never');
      });
      await bus.enqueue(work, { n: 1 }, { messageId: 'm-1' });
      await until(async () => (await bus.deadJobs(work)).length === 1);
      expect(await bus.deadJobs(work)).toMatchObject([
        { messageId: 'm-1', payload: { n: 1 }, reason: expect.stringContaining('never') },
      ]);
    },
  );
});

test('a queue that an older version declared with other limits is used as it is', async () => {
  await bus.enqueue(work, { n: 1 });
  const newer = jobQueue('work', Numbered, { maxLength: 7 });
  const seen: number[] = [];
  await (await corner.open()).work(newer, ({ n }) => void seen.push(n));
  await (await corner.open()).enqueue(newer, { n: 2 });
  await until(() => seen.length === 2);
});

test('closing does not wait for ever: the job of a handler that hangs goes to the next worker', async () => {
  const hasty = await corner.open({ drainMs: 20 });
  let started = false;
  await hasty.work(work, () => {
    started = true;
    return never;
  });
  await bus.enqueue(work, { n: 1 }, { messageId: 'm-1' });
  await until(() => started);
  await hasty.close();
  const seen: Delivery[] = [];
  await bus.work(work, (_, delivery) => void seen.push(delivery));
  await until(() => seen.length === 1);
  expect(seen).toMatchObject([{ messageId: 'm-1', attempt: 2 }]);
});

test('a handler that finishes after the bus has closed disturbs nobody', async () => {
  const hasty = await corner.open({ drainMs: 1 });
  const started: (() => void)[] = [];
  await hasty.work(work, () => new Promise<void>((resolve) => void started.push(resolve)));
  await bus.enqueue(work, { n: 1 });
  await until(() => started.length === 1);
  await hasty.close();
  for (const finish of started) finish();
  const seen: number[] = [];
  await bus.work(work, ({ n }) => void seen.push(n));
  await until(() => seen.length === 1);
});

test('closing with the broker away says which messages were not taken', async () => {
  const lost = await corner.open({ url: proxy.url, drainMs: 20 });
  proxy.breakDown();
  await until(async () => (await lost.check()).state === 'down');
  const sent = lost.enqueue(work, { n: 1 });
  const told = expect(sent).rejects.toMatchObject({ code: 'service.shutting-down' });
  await lost.close();
  await told;
});

test('closing ends in time on a connection that went silent', async () => {
  const silent = await corner.open({ url: proxy.url, drainMs: 20 });
  await silent.work(work, () => undefined);
  proxy.silence();
  const sent = silent.enqueue(work, { n: 1 });
  const told = expect(sent).rejects.toMatchObject({ code: 'service.shutting-down' });
  await silent.close();
  await told;
  proxy.cut();
});

test('far more messages than fit on the way at once all arrive', async () => {
  const seen = new Set<number>();
  await bus.work(work, ({ n }) => void seen.add(n));
  await Promise.all(numbers(5000).map((n) => bus.enqueue(work, { n })));
  await until(() => seen.size === 5000);
});

test('messages of several megabytes travel whole', async () => {
  const large = jobQueue('work', z.object({ n: z.number(), text: z.string() }));
  const text = 'marquee '.repeat(500_000);
  const seen: boolean[] = [];
  await bus.work(large, (job) => void seen.push(job.text === text));
  await Promise.all(numbers(3).map((n) => bus.enqueue(large, { n, text })));
  await until(() => seen.length === 3);
  expect(seen).toEqual([true, true, true]);
});

test('an address that is no address is refused at once', async () => {
  await expect(corner.open({ url: 'not an address' })).rejects.toThrow('Invalid URL');
});
