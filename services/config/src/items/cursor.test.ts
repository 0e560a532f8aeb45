import fc from 'fast-check';
import { listName, nextCursor, readCursor, writeCursor } from './cursor.ts';

const list = listName({ library: 'demo.1', sort: 'title' });
const refused = expect.objectContaining({ code: 'request.bad-cursor' });

test('a cursor leads back to where it was made', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (start) => {
      expect(readCursor(list, writeCursor(list, start))).toBe(start);
    }),
  );
});

test('no cursor means the first page', () => {
  expect(readCursor(list, undefined)).toBe(0);
});

test('a cursor of another list is refused', () => {
  const other = listName({ library: 'demo.1', sort: '-title' });
  expect(() => readCursor(other, writeCursor(list, 50))).toThrow(refused);
});

test('the order in which the parts are named does not matter', () => {
  expect(listName({ sort: 'title', library: 'demo.1' })).toBe(list);
});

test.each([
  '',
  'x',
  '50',
  writeCursor(list, 0),
  writeCursor(list, -5),
  writeCursor(list, 1.5),
  writeCursor(list, 10_000_001),
  `${writeCursor(list, 5)}=`,
  `${writeCursor(list, 5)} `,
  Buffer.from(JSON.stringify([list, '5'])).toString('base64url'),
  Buffer.from(JSON.stringify({ 0: list, 1: 5 })).toString('base64url'),
  Buffer.from(JSON.stringify([list, 5, 5])).toString('base64url'),
])('refuses the made-up cursor %j', (cursor) => {
  expect(() => readCursor(list, cursor)).toThrow(refused);
});

test('whatever text comes as a cursor is answered or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (cursor) => {
      expect(() => readCursor(list, cursor)).toThrow(refused);
    }),
  );
});

test('the pages of any list cover it once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 50 }), (total, limit) => {
      const seen: number[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const start = readCursor(list, cursor);
        const size = Math.min(limit, total - start);
        for (let place = start; place < start + size; place += 1) seen.push(place);
        cursor = nextCursor(list, { start, size, total });
      }
      expect(seen).toEqual(Array.from({ length: total }, (_, place) => place));
    }),
  );
});
