import type { Kysely } from 'kysely';
import { createInbox } from './inbox.ts';
import { type MessageDb, messageDb } from './testing/message-db.ts';

const DAY_MS = 86_400_000;
const nothing = async (): Promise<void> => undefined;

let db: Kysely<MessageDb>;
beforeEach(async () => {
  db = await messageDb();
});
afterEach(() => db.destroy());

test('an effect happens once for each consumer', async () => {
  const inbox = createInbox({ db });
  const count = (trx: Kysely<MessageDb>) =>
    trx
      .insertInto('counts')
      .values({ name: 'x' })
      .execute()
      .then(() => undefined);
  expect(await inbox.once(db, 'one', 'a', count)).toBe(true);
  expect(await inbox.once(db, 'one', 'a', count)).toBe(false);
  expect(await inbox.once(db, 'other', 'a', count)).toBe(true);
  expect(await db.selectFrom('counts').selectAll().execute()).toHaveLength(2);
});

test('an effect that fails may be tried again', async () => {
  const inbox = createInbox({ db });
  const failing = inbox.once(db, 'one', 'a', async () => {
    throw new Error('out of luck');
  });
  await expect(failing).rejects.toThrow('out of luck');
  expect(await inbox.once(db, 'one', 'a', nothing)).toBe(true);
});

test('a joined transaction that fails takes the note back too', async () => {
  const inbox = createInbox({ db });
  const failing = db.transaction().execute(async (trx) => {
    await inbox.once(trx, 'test', 'a', nothing);
    throw new Error('later step failed');
  });
  await expect(failing).rejects.toThrow('later step failed');
  expect(await inbox.once(db, 'test', 'a', nothing)).toBe(true);
});

test('notes of the last week are kept and older ones forgotten, on the way', async () => {
  const start = Date.parse('2026-01-01T00:00:00Z');
  let days = 0;
  const inbox = createInbox({ db, now: () => new Date(start + days * DAY_MS) });
  await inbox.once(db, 'test', 'old', nothing);
  days = 6;
  await inbox.once(db, 'test', 'young', nothing);
  expect(await inbox.once(db, 'test', 'old', nothing)).toBe(false);
  days = 8;
  await inbox.once(db, 'test', 'new', nothing);
  expect(await inbox.once(db, 'test', 'young', nothing)).toBe(false);
  expect(await inbox.once(db, 'test', 'old', nothing)).toBe(true);
});

test('pruning by hand forgets the same', async () => {
  const inbox = createInbox({ db });
  await inbox.once(db, 'test', 'a', nothing);
  await inbox.prune();
  expect(await inbox.once(db, 'test', 'a', nothing)).toBe(false);
  await inbox.prune(new Date(Date.now() + 8 * DAY_MS));
  expect(await inbox.once(db, 'test', 'a', nothing)).toBe(true);
});
