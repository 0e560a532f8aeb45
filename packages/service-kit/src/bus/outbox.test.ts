import { jobQueue, type Problem, problem, topic } from '@marquee/contracts';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import { z } from 'zod';
import type { Bus } from './bus.ts';
import { createInbox, inboxMigration } from './inbox.ts';
import { memoryBus } from './memory/memory-bus.ts';
import { createOutbox, outboxMigration } from './outbox.ts';

interface Db {
  counts: { name: string };
}

const happened = topic('test.happened', z.object({ n: z.number() }));
const work = jobQueue('test.work', z.object({ n: z.number() }), { attempts: 3 });

async function openDb(): Promise<Kysely<Db>> {
  const db = new Kysely<Db>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  await db.schema.createTable('counts').addColumn('name', 'text').execute();
  await outboxMigration.up(db);
  await inboxMigration.up(db);
  return db;
}

/** A bus that notes what it was given and can be told to refuse. */
function notingBus() {
  const bus = memoryBus();
  const sent: { name: string; payload: unknown; messageId: string | undefined }[] = [];
  const state = { refuse: undefined as Problem | undefined };
  const note: Pick<Bus, 'publish' | 'enqueue'> = {
    async publish(to, payload, meta) {
      if (state.refuse) throw state.refuse;
      sent.push({ name: to.name, payload, messageId: meta?.messageId });
    },
    async enqueue(to, payload, meta) {
      if (state.refuse) throw state.refuse;
      sent.push({ name: to.name, payload, messageId: meta?.messageId });
    },
  };
  return { bus: { ...bus, ...note }, sent, state };
}

test('a message goes out when its transaction commits, in order, and is then forgotten', async () => {
  const db = await openDb();
  const { bus, sent } = notingBus();
  const outbox = createOutbox({ db, bus });
  await db.transaction().execute(async (trx) => {
    for (let n = 1; n <= 250; n += 1) await outbox.add(trx, n % 2 ? happened : work, { n });
  });
  await outbox.flush();
  expect(sent.map(({ payload }) => payload)).toEqual(
    Array.from({ length: 250 }, (_, place) => ({ n: place + 1 })),
  );
  await outbox.flush();
  expect(sent).toHaveLength(250);
});

test('a transaction that is rolled back sends nothing', async () => {
  const db = await openDb();
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

test('started, it sends by itself as soon as the transaction has committed', async () => {
  const db = await openDb();
  const bus = memoryBus();
  const heard = new Promise<number>((resolve) => {
    void bus.subscribe(happened, {}, ({ n }) => resolve(n));
  });
  const outbox = createOutbox({ db, bus });
  outbox.start();
  await db.transaction().execute((trx) => outbox.add(trx, happened, { n: 7 }));
  expect(await heard).toBe(7);
  await outbox.stop();
  await bus.close();
});

test('what the broker refuses stays, and goes out under the same id after a restart', async () => {
  const db = await openDb();
  const { bus, sent, state } = notingBus();
  state.refuse = problem('service.overloaded');
  const before = createOutbox({ db, bus });
  await db.transaction().execute((trx) => before.add(trx, work, { n: 1 }, { messageId: 'm-1' }));
  await before.flush();
  expect(sent).toEqual([]);
  state.refuse = undefined;
  await createOutbox({ db, bus }).flush();
  expect(sent).toEqual([{ name: 'test.work', payload: { n: 1 }, messageId: 'm-1' }]);
});

test('a payload that does not fit its topic is refused before it is kept', async () => {
  const db = await openDb();
  const outbox = createOutbox({ db, bus: memoryBus() });
  await expect(outbox.add(db, happened, JSON.parse('{"n":"one"}'))).rejects.toThrow();
});

test('an effect happens once, however often its message comes and wherever a process dies', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ id: fc.integer({ min: 1, max: 5 }), dies: fc.boolean() }), { maxLength: 30 }),
      async (deliveries) => {
        const db = await openDb();
        const inbox = createInbox({ db });
        const done = new Set<number>();
        for (const { id, dies } of deliveries) {
          const attempt = inbox.once(db, 'test', String(id), async (trx) => {
            await trx
              .insertInto('counts')
              .values({ name: String(id) })
              .execute();
            if (dies) throw new Error('killed before the commit');
          });
          if (dies && !done.has(id)) await expect(attempt).rejects.toThrow('killed');
          else {
            await attempt;
            done.add(id);
          }
        }
        const rows = await db.selectFrom('counts').selectAll().orderBy('name').execute();
        expect(rows.map(({ name }) => Number(name))).toEqual([...done].sort());
        await db.destroy();
      },
    ),
    { numRuns: 40 },
  );
});

test('a joined transaction that fails takes the note back too', async () => {
  const db = await openDb();
  const inbox = createInbox({ db });
  const failing = db.transaction().execute(async (trx) => {
    await inbox.once(trx, 'test', 'a', async () => {});
    throw new Error('later step failed');
  });
  await expect(failing).rejects.toThrow('later step failed');
  expect(await inbox.once(db, 'test', 'a', async () => {})).toBe(true);
  expect(await inbox.once(db, 'test', 'a', async () => {})).toBe(false);
  expect(await inbox.once(db, 'other', 'a', async () => {})).toBe(true);
});

test('old notes are pruned, young ones stay', async () => {
  const db = await openDb();
  const inbox = createInbox({ db });
  await inbox.once(db, 'test', 'a', async () => {});
  await inbox.prune();
  expect(await inbox.once(db, 'test', 'a', async () => {})).toBe(false);
  await inbox.prune(new Date(Date.now() + 8 * 86_400_000));
  expect(await inbox.once(db, 'test', 'a', async () => {})).toBe(true);
});
