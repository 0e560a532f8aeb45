import { type LogLine, linesLogged, logRoutes } from '@marquee/contracts';
import { createLogger, createServiceApp, type Listening, listen, memoryBus } from '@marquee/service-kit';
import { asRole, roleMatrix, testAuthenticate } from '@marquee/testing';
import fc from 'fast-check';
import { until } from '../testing/until.ts';
import { createLogBook } from './log-book.ts';
import { hearLines, serveLogs } from './log-routes.ts';

const line = (change: Partial<LogLine> = {}): Omit<LogLine, 'id'> => ({
  at: '2026-11-21T05:00:00.000Z',
  service: 'config',
  level: 'info',
  message: 'answered',
  requestId: null,
  fields: {},
  ...change,
});
const numbered = (count: number) => Array.from({ length: count }, (_, n) => line({ message: String(n) }));

test('pages of any size cover what is kept once, newest first, whatever comes meanwhile', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (count, capacity, limit, busy) => {
        const book = createLogBook({ capacity });
        book.add(numbered(count));
        const seen: string[] = [];
        let before: number | undefined;
        for (;;) {
          const { lines, more } = book.page({}, { before, limit });
          seen.push(...lines.map(({ message }) => message));
          before = Number(lines.at(-1)?.id);
          if (!more) break;
          if (busy) book.add([line({ message: 'meanwhile' })]);
        }
        const kept = numbered(count)
          .map(({ message }) => message)
          .slice(-capacity)
          .reverse();
        // Each line that came pushes the oldest out.
        expect(seen).toEqual(kept.slice(0, seen.length));
        if (!busy) expect(seen).toEqual(kept);
      },
    ),
  );
});

test('a follower who comes back with the last id misses nothing that is kept, and hears nothing twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }), (rounds) => {
      const book = createLogBook();
      book.add([line()]);
      let last = book.page({}, { before: undefined, limit: 1 }).lines[0]?.id ?? '';
      const heard: string[] = [];
      const hear = ({ id, message }: LogLine) => {
        last = id;
        heard.push(message);
      };
      let n = 0;
      const add = () => {
        n += 1;
        book.add([line({ message: String(n) })]);
      };
      for (const away of rounds) {
        for (let missed = 0; missed < away; missed += 1) add();
        for (const missed of book.since({}, last)) hear(missed);
        const stop = book.listen({}, hear);
        add();
        stop();
      }
      expect(heard).toEqual(Array.from({ length: n }, (_, place) => String(place + 1)));
    }),
  );
});

test('ids rise over a restart too', () => {
  const first = createLogBook({ startedAt: 1000 });
  first.add(numbered(900));
  const second = createLogBook({ startedAt: 1001 });
  second.add([line()]);
  const newest = (book: typeof first) => Number(book.page({}, { before: undefined, limit: 1 }).lines[0]?.id);
  expect(newest(second)).toBeGreaterThan(newest(first));
});

test('whoever listens hears what fits their filter', () => {
  const book = createLogBook();
  const heard: string[] = [];
  const stop = book.listen({ service: 'config', level: 'warn', search: 'PLEX' }, ({ message }) =>
    heard.push(message),
  );
  book.add([
    line({ message: 'Plex is away', level: 'error' }),
    line({ message: 'Plex is slow' }),
    line({ message: 'Plex is slow', level: 'warn', service: 'gateway' }),
    line({ message: 'Disk', level: 'warn', requestId: 'for-plex' }),
    line({ message: 'Disk', level: 'warn' }),
  ]);
  stop();
  book.add([line({ message: 'Plex again', level: 'error' })]);
  expect(heard).toEqual(['Plex is away', 'Disk']);
});

describe('the list of lines', () => {
  const silent = createLogger({ service: 'test', level: 'silent' });
  const serviceWith = (book: ReturnType<typeof createLogBook>) => {
    const service = createServiceApp({
      name: 'gateway',
      version: '1',
      log: silent,
      authenticate: testAuthenticate,
    });
    serveLogs(service, { book });
    return service;
  };
  let listening: Listening;
  const bus = memoryBus();
  const book = createLogBook({ capacity: 10 });
  beforeAll(async () => {
    listening = await listen(serviceWith(book).app, { port: 0 });
    await hearLines(bus, book);
    await bus.publish(linesLogged, numbered(12));
    await bus.publish(linesLogged, [line({ level: 'error', message: 'last', service: 'gateway' })]);
    await until(() => book.page({ level: 'error' }, { before: undefined, limit: 1 }).total === 1);
  });
  afterAll(async () => {
    await listening.close();
    await bus.close();
  });
  const ask = async (query: string) =>
    (await fetch(`${listening.url}/api/logs${query}`, { headers: asRole('admin') })).json();

  test('comes from the bus, newest first, page by page, the last of them only', async () => {
    const first = (await ask('?limit=6')).data;
    const second = (await ask(`?limit=6&cursor=${first.nextCursor}`)).data;
    const messages = [...first.entries, ...second.entries].map(({ message }) => message);
    expect(messages).toEqual(['last', '11', '10', '9', '8', '7', '6', '5', '4', '3']);
    expect([first.total, second.nextCursor]).toEqual([10, null]);
  });

  test('can be filtered, and a cursor of another filter is refused', async () => {
    expect((await ask('?service=gateway&level=warn')).data.entries).toHaveLength(1);
    expect((await ask('?search=11')).data.total).toBe(1);
    const { nextCursor } = (await ask('?limit=1')).data;
    expect((await ask(`?limit=1&level=info&cursor=${nextCursor}`)).error.code).toBe('request.bad-cursor');
  });

  test('is for admins', async () => {
    const cells = await roleMatrix(serviceWith(book).app, logRoutes);
    expect(cells.filter(({ holds }) => !holds)).toEqual([]);
  });
});
