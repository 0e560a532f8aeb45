import { jobQueue, type Problem, problem, topic } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Bus } from './bus.ts';
import { memoryBus } from './memory/memory-bus.ts';
import { createOutbox } from './outbox.ts';
import { type MessageDb, messageDb } from './testing/message-db.ts';
import { until } from './testing/until.ts';

const happened = topic('test.happened', z.object({ n: z.number() }));
const work = jobQueue('test.work', z.object({ n: z.number() }), { attempts: 3 });

type Sent = { name: string; payload: unknown; messageId: string | undefined };

/** A bus that notes what it was given, later than at once, and can be told to refuse a target. */
function notingBus() {
  const sent: Sent[] = [];
  const refusals = new Map<string, Problem>();
  async function take(to: { name: string }, payload: unknown, meta?: { messageId?: string }): Promise<void> {
    await new Promise(setImmediate);
    const refusal = refusals.get(to.name);
    if (refusal) throw refusal;
    sent.push({ name: to.name, payload, messageId: meta?.messageId });
  }
  const bus: Pick<Bus, 'publish' | 'enqueue'> = { publish: take, enqueue: take };
  return { bus, sent, refusals };
}

const payloads = (sent: readonly Sent[], name: string): unknown[] =>
  sent.filter((one) => one.name === name).map(({ payload }) => payload);
const upTo = (count: number): { n: number }[] =>
  Array.from({ length: count }, (_, place) => ({ n: place + 1 }));

let db: Kysely<MessageDb>;
beforeEach(async () => {
  db = await messageDb();
});
afterEach(() => db.destroy());

test('messages go out when their transaction commits, in order for each target, and are then forgotten', async () => {
  const { bus, sent } = notingBus();
  const outbox = createOutbox({ db, bus });
  await db.transaction().execute(async (trx) => {
    for (const payload of upTo(250)) {
      await outbox.add(trx, happened, payload);
      await outbox.add(trx, work, payload);
    }
  });
  await outbox.flush();
  expect(payloads(sent, 'test.happened')).toEqual(upTo(250));
  expect(payloads(sent, 'test.work')).toEqual(upTo(250));
  await outbox.flush();
  expect(sent).toHaveLength(500);
});

test('a transaction that is rolled back sends nothing', async () => {
  const { bus, sent } = notingBus();
  const outbox = createOutbox({ db, bus });
  const failing = db.transaction().execute(async (trx) => {
    await outbox.add(trx, happened, { n: 1 });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await outbox.flush();
  expect(sent).toEqual([]);
});

test('started, it sends by itself as soon as the transaction has committed, without waiting for its poll', async () => {
  const polls = jest.spyOn(globalThis, 'setInterval').mockReturnValue(setTimeout(() => undefined, 0));
  const bus = memoryBus();
  const heard: number[] = [];
  await bus.subscribe(happened, {}, ({ n }) => void heard.push(n));
  const outbox = createOutbox({ db, bus });
  outbox.start();
  expect(polls).toHaveBeenCalledTimes(1);
  for (const payload of upTo(3)) {
    await db.transaction().execute(async (trx) => {
      await outbox.add(trx, happened, payload);
      await new Promise(setImmediate);
      expect(heard).not.toContain(payload.n);
    });
    await until(() => heard.includes(payload.n));
  }
  polls.mockRestore();
  await outbox.stop();
  await bus.close();
});

test('a target that refuses keeps its messages in order and holds up no other', async () => {
  const { bus, sent, refusals } = notingBus();
  const outbox = createOutbox({ db, bus });
  refusals.set('test.work', problem('service.overloaded'));
  await db.transaction().execute(async (trx) => {
    for (const payload of upTo(150)) await outbox.add(trx, work, payload);
    for (const payload of upTo(150)) await outbox.add(trx, happened, payload);
  });
  await outbox.flush();
  expect(sent).toHaveLength(150);
  expect(payloads(sent, 'test.happened')).toEqual(upTo(150));
  refusals.clear();
  await outbox.flush();
  expect(payloads(sent, 'test.work')).toEqual(upTo(150));
});

test('what the broker refuses stays, and goes out under the same id after a restart', async () => {
  const { bus, sent, refusals } = notingBus();
  refusals.set('test.work', problem('service.overloaded'));
  const before = createOutbox({ db, bus });
  await db.transaction().execute((trx) => before.add(trx, work, { n: 1 }, { messageId: 'm-1' }));
  await before.flush();
  expect(sent).toEqual([]);
  refusals.clear();
  await createOutbox({ db, bus }).flush();
  expect(sent).toEqual([{ name: 'test.work', payload: { n: 1 }, messageId: 'm-1' }]);
});

test('the request id travels with the message', async () => {
  const bus = memoryBus();
  const seen: unknown[] = [];
  await bus.work(work, (_, { messageId, requestId }) => void seen.push({ messageId, requestId }));
  const outbox = createOutbox({ db, bus });
  await outbox.add(db, work, { n: 1 }, { messageId: 'm-1', requestId: 'r-1' });
  await outbox.flush();
  await until(() => seen.length === 1);
  expect(seen).toEqual([{ messageId: 'm-1', requestId: 'r-1' }]);
  await bus.close();
});

test('stopping does not wait for a broker that is away, and what it confirms afterwards harms nobody', async () => {
  let confirm = (): void => undefined;
  const away = {
    publish: () =>
      new Promise<void>((resolve) => {
        confirm = resolve;
      }),
    enqueue: async () => undefined,
  };
  const outbox = createOutbox({ db, bus: away });
  outbox.start();
  await outbox.add(db, happened, { n: 1 }, { messageId: 'm-1' });
  const idle = confirm;
  await until(() => confirm !== idle);
  await outbox.stop();
  confirm();
  const { bus, sent } = notingBus();
  await createOutbox({ db, bus }).flush();
  expect(sent).toMatchObject([{ messageId: 'm-1' }]);
});

test('a payload that does not fit its topic is refused before it is kept', async () => {
  const outbox = createOutbox({ db, bus: memoryBus() });
  await expect(outbox.add(db, happened, JSON.parse('{"n":"one"}'))).rejects.toThrow('test.happened');
});
