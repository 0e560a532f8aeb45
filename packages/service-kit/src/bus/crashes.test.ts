import { topic } from '@marquee/contracts';
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { createInbox } from './inbox.ts';
import { createOutbox } from './outbox.ts';
import { type MessageDb, messageDb } from './testing/message-db.ts';

const happened = topic('happened', z.object({ n: z.number() }));

/** Where a process dies on the way from a state change to its effect elsewhere. */
const writerDeaths = ['before the commit', 'never'] as const;
const relayDeaths = ['before the broker has it', 'before the confirm', 'never'] as const;
const receiverDeaths = [
  'before the effect',
  'before its commit',
  'before the acknowledgement',
  'never',
] as const;
type RelayDeath = (typeof relayDeaths)[number];
type ReceiverDeath = (typeof receiverDeaths)[number];

const died = new Error('killed');
const messageId = (n: number): string => `m-${n}`;

/** Commits some changes with their messages; says which. */
async function write(db: Kysely<MessageDb>, deaths: readonly string[]): Promise<number[]> {
  const outbox = createOutbox({ db, bus: brokerWith([]).bus });
  const committed: number[] = [];
  for (const [n, death] of deaths.entries()) {
    const change = db.transaction().execute(async (trx) => {
      await outbox.add(trx, happened, { n }, { messageId: messageId(n) });
      if (death === 'before the commit') throw died;
      return 'committed';
    });
    const outcome = await change.catch((error: unknown) => error);
    if (outcome === 'committed') committed.push(n);
    else expect(outcome).toBe(died);
  }
  return committed;
}

/** A broker whose publishers die as told: such a process never hears of its message again. */
function brokerWith(deaths: RelayDeath[]) {
  const queue: { n: number; messageId: string }[] = [];
  let tellOfDeath = (): void => undefined;
  const dead = new Promise<void>(() => undefined);
  const bus = {
    async publish(_: unknown, payload: unknown, meta?: { messageId?: string }): Promise<void> {
      const death = deaths.shift() ?? 'never';
      if (death !== 'before the broker has it') {
        queue.push({ n: happened.payload.parse(payload).n, messageId: meta?.messageId ?? '' });
      }
      if (death === 'never') return;
      tellOfDeath();
      await dead;
    },
    enqueue: async () => undefined,
  };
  const nextDeath = () =>
    new Promise<void>((resolve) => {
      tellOfDeath = resolve;
    });
  return { bus, queue, nextDeath };
}

/** One process after the other relays until nothing is left to relay. */
async function relay(db: Kysely<MessageDb>, broker: ReturnType<typeof brokerWith>): Promise<void> {
  const left = async () => (await sql`select id from outbox`.execute(db)).rows.length;
  while ((await left()) > 0) {
    await Promise.race([createOutbox({ db, bus: broker.bus }).flush(), broker.nextDeath()]);
  }
}

/** One process after the other takes what the broker has not seen acknowledged. */
async function receive(
  db: Kysely<MessageDb>,
  queue: readonly { n: number; messageId: string }[],
  deaths: ReceiverDeath[],
): Promise<void> {
  const inbox = createInbox({ db });
  for (const message of queue) {
    for (let acknowledged = false; !acknowledged; ) {
      const death = deaths.shift() ?? 'never';
      if (death === 'before the effect') continue;
      const effect = inbox.once(db, 'receiver', message.messageId, async (trx) => {
        await trx
          .insertInto('counts')
          .values({ name: String(message.n) })
          .execute();
        if (death === 'before its commit') throw died;
      });
      const outcome = await effect.catch((error: unknown) => error);
      acknowledged = outcome !== died && death !== 'before the acknowledgement';
    }
  }
}

test('wherever writers, relays and receivers die, no committed message is lost and no effect happens twice', async () => {
  const deaths = fc.record({
    writers: fc.array(fc.constantFrom(...writerDeaths), { minLength: 1, maxLength: 6 }),
    relays: fc.array(fc.constantFrom(...relayDeaths), { maxLength: 10 }),
    receivers: fc.array(fc.constantFrom(...receiverDeaths), { maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(deaths, async ({ writers, relays, receivers }) => {
      const here = await messageDb();
      const there = await messageDb();
      const broker = brokerWith([...relays]);
      const committed = await write(here, writers);
      await relay(here, broker);
      await receive(there, broker.queue, [...receivers]);
      const effects = await there.selectFrom('counts').select('name').execute();
      expect(effects.map(({ name }) => Number(name))).toEqual(committed);
      expect(new Set(broker.queue.map(({ n }) => messageId(n)))).toEqual(
        new Set(broker.queue.map((message) => message.messageId)),
      );
      await here.destroy();
      await there.destroy();
    }),
    { numRuns: 100 },
  );
});
