import { ask, jobQueue, Problem, problem, topic } from '@marquee/contracts';
import { z } from 'zod';
import type { Bus, Delivery } from './bus.ts';
import { memoryBus } from './memory/memory-bus.ts';
import { brokerCorner } from './testing/broker.ts';
import { until } from './testing/until.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(30_000);

const Numbered = z.object({ n: z.number() });
const work = jobQueue('work', Numbered, { prefetch: 2, attempts: 3, maxLength: 1000 });
const short = jobQueue('short', Numbered, { prefetch: 1, attempts: 3, maxLength: 5 });
const read = jobQueue('read', z.object({ word: z.string().transform((word) => word.length) }));
const happened = topic('thing.happened', Numbered);
const double = ask('double', Numbered, z.object({ twice: z.number() }), 3000);
const hasty = ask('hasty', Numbered, z.object({ twice: z.number() }), 60);

interface Adapter {
  /** A bus for one more service; all share one broker. */
  open(): Promise<Bus>;
  clear(): Promise<void>;
}

const adapters: { name: string; create(): Adapter }[] = [
  {
    name: 'memory',
    create() {
      const bus = memoryBus({ retryDelay: () => 1 });
      return { open: async () => bus, clear: () => bus.close() };
    },
  },
  {
    name: 'rabbit',
    create: () =>
      brokerCorner({
        jobs: ['work', 'short', 'read'],
        topics: ['thing.happened'],
        groups: ['first', 'second'],
        asks: ['double', 'hasty'],
      }),
  },
];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const sorted = (list: number[]): number[] => [...list].sort((a, b) => a - b);

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`was not rejected but gave ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

/** A promise that a test settles when it likes. */
function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe.each(adapters)('the $name bus', ({ create }) => {
  let adapter: Adapter;
  let bus: Bus;

  beforeEach(async () => {
    adapter = create();
    bus = await adapter.open();
  });
  afterEach(() => adapter.clear());

  describe('jobs', () => {
    test('every job reaches exactly one of the workers, and all workers get some', async () => {
      const other = await adapter.open();
      const seen: { worker: string; n: number }[] = [];
      const done = (): number[] => seen.map(({ n }) => n);
      const take = (worker: string) => async (job: { n: number }) => {
        await new Promise(setImmediate);
        seen.push({ worker, n: job.n });
      };
      await bus.work(work, take('a'));
      await other.work(work, take('b'));
      await Promise.all(numbers(50).map((n) => bus.enqueue(work, { n })));
      await until(() => seen.length >= 50);
      expect(sorted(done())).toEqual(numbers(50));
      expect(new Set(seen.map(({ worker }) => worker))).toEqual(new Set(['a', 'b']));
    });

    test('jobs wait for a worker that comes later', async () => {
      await bus.enqueue(work, { n: 1 });
      const seen: number[] = [];
      await bus.work(work, ({ n }) => void seen.push(n));
      await until(() => seen.length === 1);
      expect(seen).toEqual([1]);
    });

    test('a worker gets what its schema makes of the payload', async () => {
      const seen: unknown[] = [];
      await bus.work(read, (job) => void seen.push(job));
      await bus.enqueue(read, { word: 'marquee' });
      await until(() => seen.length === 1);
      expect(seen).toEqual([{ word: 7 }]);
    });

    test('a payload that does not fit the schema is not sent', async () => {
      const wrong = jobQueue('work', z.object({ n: z.number().max(3) }));
      const error = await rejection(bus.enqueue(wrong, { n: 4 }));
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).toContain('job work');
    });

    test('a worker never has more jobs in hand than its prefetch', async () => {
      let inHand = 0;
      let most = 0;
      let done = 0;
      await bus.work(work, async () => {
        inHand += 1;
        most = Math.max(most, inHand);
        // The first waits for company, so that a second one at the same time is seen however slow the broker is.
        await until(() => most === 2);
        await new Promise(setImmediate);
        inHand -= 1;
        done += 1;
      });
      await Promise.all(numbers(30).map((n) => bus.enqueue(work, { n })));
      await until(() => done === 30);
      expect(most).toBe(2);
    });

    test('a job whose worker throws comes again, counts its attempts, and is then put aside with the reason', async () => {
      const attempts: number[] = [];
      await bus.work(work, ({ n }, { attempt }) => {
        if (n !== 13) return;
        attempts.push(attempt);
        throw new Error(`bad luck, try ${attempt}`);
      });
      const before = Date.now();
      await bus.enqueue(work, { n: 13 }, { messageId: 'unlucky', requestId: 'req-1' });
      await bus.enqueue(work, { n: 7 });
      await until(async () => (await bus.deadJobs(work)).length > 0);
      expect(attempts).toEqual([1, 2, 3]);
      const [dead] = await bus.deadJobs(work);
      expect(dead).toEqual({
        messageId: 'unlucky',
        queue: 'work',
        payload: { n: 13 },
        reason: 'bad luck, try 3',
        attempts: 3,
        diedAt: expect.any(String),
      });
      expect(Date.parse(dead?.diedAt ?? '')).toBeGreaterThanOrEqual(before);
    });

    test('a job that succeeds on its second try is done', async () => {
      const seen: Delivery[] = [];
      await bus.work(work, async (_, delivery) => {
        seen.push(delivery);
        if (delivery.attempt === 1) throw new Error('not yet');
      });
      await bus.enqueue(work, { n: 1 }, { messageId: 'm-1', requestId: 'r-1' });
      await until(() => seen.length === 2);
      expect(seen).toEqual([
        { messageId: 'm-1', requestId: 'r-1', attempt: 1 },
        { messageId: 'm-1', requestId: 'r-1', attempt: 2 },
      ]);
      expect(await bus.deadJobs(work)).toEqual([]);
    });

    test('dead jobs are listed oldest first, as often as one likes, up to a limit', async () => {
      await bus.work(short, () => {
        throw new Error('never');
      });
      for (const n of numbers(3)) {
        await bus.enqueue(short, { n }, { messageId: `m-${n}` });
        await until(async () => (await bus.deadJobs(short)).length === n + 1);
      }
      const all = ['m-0', 'm-1', 'm-2'];
      const ids = async (limit?: number) => (await bus.deadJobs(short, limit)).map((dead) => dead.messageId);
      expect(await ids()).toEqual(all);
      expect(await ids()).toEqual(all);
      expect(await ids(2)).toEqual(all.slice(0, 2));
      expect(await Promise.all([ids(), ids()])).toEqual([all, all]);
    });

    test('a full queue refuses with a time to wait, and takes jobs again when some are done', async () => {
      let refusal: unknown;
      let taken = 0;
      // A broker may let a few more in before it notices.
      while (refusal === undefined && taken < 50) {
        await bus.enqueue(short, { n: taken }).then(
          () => {
            taken += 1;
          },
          (error: unknown) => {
            refusal = error;
          },
        );
      }
      expect(taken).toBeGreaterThanOrEqual(5);
      expect(refusal).toBeInstanceOf(Problem);
      expect(refusal).toMatchObject({
        code: 'service.overloaded',
        status: 429,
        headers: { 'Retry-After': expect.stringMatching(/^[1-9]\d*$/) },
      });
      const seen: number[] = [];
      await bus.work(short, ({ n }) => void seen.push(n));
      await until(() => seen.length === taken);
      await until(() =>
        bus.enqueue(short, { n: 99 }).then(
          () => true,
          () => false,
        ),
      );
      await until(() => seen.includes(99));
    });

    test('a stopped worker finishes what it has in hand and leaves the rest to others', async () => {
      const started: number[] = [];
      const finished: number[] = [];
      const door = gate();
      const first = await bus.work(short, async ({ n }) => {
        started.push(n);
        await door.opened;
        finished.push(n);
      });
      for (const n of numbers(3)) await bus.enqueue(short, { n });
      await until(() => started.length === 1);
      let stopped = false;
      const stopping = first.stop().then(() => {
        stopped = true;
      });
      await bus.check();
      expect(stopped).toBe(false);
      door.open();
      await stopping;
      expect(finished).toEqual([0]);
      const rest: number[] = [];
      await bus.work(short, ({ n }) => void rest.push(n));
      await until(() => rest.length === 2);
      expect(sorted(rest)).toEqual([1, 2]);
      expect(started).toEqual([0]);
    });
  });

  describe('events', () => {
    test('an event reaches one member of each group and every listener that is alone', async () => {
      const other = await adapter.open();
      const heard: Record<string, number[]> = {};
      const listen = async (who: string, on: Bus, group?: string) => {
        heard[who] = [];
        const listener = ({ n }: { n: number }) => void heard[who]?.push(n);
        await on.subscribe(happened, group === undefined ? {} : { group }, listener);
      };
      await listen('first a', bus, 'first');
      await listen('first b', other, 'first');
      await listen('second', bus, 'second');
      await listen('alone a', bus);
      await listen('alone b', other);
      for (const n of numbers(20)) await bus.publish(happened, { n });
      const count = () => Object.values(heard).reduce((sum, list) => sum + list.length, 0);
      await until(() => count() >= 80);
      expect(count()).toBe(80);
      expect(sorted([...(heard['first a'] ?? []), ...(heard['first b'] ?? [])])).toEqual(numbers(20));
      expect(heard.second).toEqual(numbers(20));
      expect(heard['alone a']).toEqual(numbers(20));
      expect(heard['alone b']).toEqual(numbers(20));
    });

    test('a group hears what was published while none of its members was there', async () => {
      const before = await bus.subscribe(happened, { group: 'first' }, () => undefined);
      await before.stop();
      for (const n of numbers(3)) await bus.publish(happened, { n });
      const heard: number[] = [];
      await bus.subscribe(happened, { group: 'first' }, ({ n }) => void heard.push(n));
      await until(() => heard.length === 3);
      expect(sorted(heard)).toEqual([0, 1, 2]);
    });

    test('a listener that is alone hears only what is published while it listens', async () => {
      const heard: number[] = [];
      const witness: number[] = [];
      await bus.subscribe(happened, {}, ({ n }) => void witness.push(n));
      await bus.publish(happened, { n: 0 });
      const listening = await bus.subscribe(happened, {}, ({ n }) => void heard.push(n));
      await bus.publish(happened, { n: 1 });
      await until(() => heard.includes(1));
      await listening.stop();
      await bus.publish(happened, { n: 2 });
      await until(() => witness.includes(2));
      expect(heard).toEqual([1]);
    });

    test('an event without listeners is published all the same', async () => {
      await expect(bus.publish(happened, { n: 1 })).resolves.toBeUndefined();
    });

    test.each([{ group: 'first' }, {}])(
      'an event comes again to a listener (%j) that threw',
      async (options) => {
        const attempts: number[] = [];
        await bus.subscribe(happened, options, async (_, { attempt }) => {
          attempts.push(attempt);
          if (attempt < 3) throw new Error('not yet');
        });
        await bus.publish(happened, { n: 1 });
        await until(() => attempts.length === 3);
        expect(attempts).toEqual([1, 2, 3]);
      },
    );

    test('a listener that always throws does not keep the next event from being heard', async () => {
      const tries: number[] = [];
      const heard: number[] = [];
      await bus.subscribe(happened, { group: 'first' }, ({ n }) => {
        if (n === 0) {
          tries.push(n);
          throw new Error('never');
        }
        heard.push(n);
      });
      await bus.publish(happened, { n: 0 });
      await bus.publish(happened, { n: 1 });
      await until(() => heard.length === 1 && tries.length === 5);
    });
  });

  describe('questions', () => {
    test('a question gets its answer', async () => {
      await bus.answer(double, ({ n }) => ({ twice: n * 2 }));
      const answers = await Promise.all(numbers(20).map((n) => bus.request(double, { n })));
      expect(answers).toEqual(numbers(20).map((n) => ({ twice: n * 2 })));
    });

    test('a question waits a while for somebody who can answer', async () => {
      const asked = bus.request(double, { n: 4 });
      await (await adapter.open()).answer(double, async ({ n }) => ({ twice: n * 2 }));
      expect(await asked).toEqual({ twice: 8 });
    });

    test('a question that nobody answers is given up', async () => {
      const error = await rejection(bus.request(hasty, { n: 1 }));
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ code: 'request.timed-out' });
    });

    test('an answer that comes too late is nobody’s', async () => {
      const door = gate();
      let finished = 0;
      await bus.answer(hasty, async ({ n }) => {
        await door.opened;
        finished += 1;
        return { twice: n };
      });
      expect(await rejection(bus.request(hasty, { n: 1 }))).toMatchObject({ code: 'request.timed-out' });
      door.open();
      await until(() => finished === 1);
      await bus.answer(double, ({ n }) => ({ twice: n * 2 }));
      expect(await bus.request(double, { n: 2 })).toEqual({ twice: 4 });
    });

    test('the answerer’s problem reaches the one who asked', async () => {
      await bus.answer(double, () => {
        throw problem('library.not-found', { message: 'No library 9' });
      });
      const error = await rejection(bus.request(double, { n: 1 }));
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ code: 'library.not-found', message: 'No library 9' });
    });

    test('an answerer’s own fault is told without its details', async () => {
      await bus.answer(double, () => {
        throw new Error('password is hunter2');
      });
      const error = await rejection(bus.request(double, { n: 1 }));
      expect(error).toMatchObject({ code: 'server.unexpected' });
      expect(String(error)).not.toContain('hunter2');
    });

    test('a question that the answerer cannot read is an invalid request', async () => {
      await bus.answer(double, ({ n }) => ({ twice: n }));
      const careless = ask('double', z.object({ n: z.string() }), double.answer);
      expect(await rejection(bus.request(careless, { n: 'two' }))).toMatchObject({ code: 'request.invalid' });
    });
  });

  test('message and request ids travel with jobs, events and questions', async () => {
    const seen: Record<string, Delivery> = {};
    await bus.work(work, (_, delivery) => {
      seen.job = delivery;
    });
    await bus.subscribe(happened, { group: 'first' }, (_, delivery) => {
      seen.grouped = delivery;
    });
    await bus.subscribe(happened, {}, (_, delivery) => {
      seen.alone = delivery;
    });
    await bus.answer(double, ({ n }, delivery) => {
      seen.asked = delivery;
      return { twice: n };
    });
    await bus.enqueue(work, { n: 1 }, { messageId: 'job', requestId: 'request' });
    await bus.publish(happened, { n: 1 }, { messageId: 'event', requestId: 'request' });
    await bus.request(double, { n: 1 }, { messageId: 'question', requestId: 'request' });
    await until(() => Object.keys(seen).length === 4);
    const delivery = (messageId: string) => ({ messageId, requestId: 'request', attempt: 1 });
    expect(seen).toEqual({
      job: delivery('job'),
      grouped: delivery('event'),
      alone: delivery('event'),
      asked: delivery('question'),
    });
  });

  test('messages without an id get one each, and no request id', async () => {
    const seen: Delivery[] = [];
    await bus.work(work, (_, delivery) => void seen.push(delivery));
    await bus.enqueue(work, { n: 1 });
    await bus.enqueue(work, { n: 2 });
    await until(() => seen.length === 2);
    expect(new Set(seen.map(({ messageId }) => messageId)).size).toBe(2);
    for (const { messageId, requestId } of seen) {
      expect(messageId).toMatch(/^[0-9a-f-]{36}$/);
      expect(requestId).toBeUndefined();
    }
  });

  test('closing waits for the handler in hand, which may still publish, and then refuses everything', async () => {
    const door = gate();
    let started = false;
    let published = false;
    await bus.work(work, async () => {
      started = true;
      await door.opened;
      await bus.publish(happened, { n: 1 });
      published = true;
    });
    await bus.enqueue(work, { n: 1 });
    await until(() => started);
    const closing = bus.close();
    door.open();
    await closing;
    expect(published).toBe(true);
    const refused = { code: 'service.shutting-down' };
    expect(await rejection(bus.enqueue(work, { n: 1 }))).toMatchObject(refused);
    expect(await rejection(bus.publish(happened, { n: 1 }))).toMatchObject(refused);
    expect(await rejection(bus.request(double, { n: 1 }))).toMatchObject(refused);
    expect(await rejection(bus.work(work, () => undefined))).toMatchObject(refused);
    expect((await bus.check()).state).toBe('down');
  });

  test('a living bus says that it is well', async () => {
    expect(await bus.check()).toMatchObject({ state: 'ok', message: expect.any(String) });
  });
});
