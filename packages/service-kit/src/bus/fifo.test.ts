import fc from 'fast-check';
import { Fifo } from './fifo.ts';

test('it gives back what a plain list would', () => {
  const push = fc.record({ op: fc.constant('push' as const), count: fc.integer({ min: 1, max: 3000 }) });
  const shift = fc.record({ op: fc.constant('shift' as const), count: fc.integer({ min: 1, max: 3000 }) });
  const putBack = fc.record({ op: fc.constant('putBack' as const), count: fc.integer({ min: 0, max: 5 }) });
  fc.assert(
    fc.property(fc.array(fc.oneof(push, shift, putBack), { maxLength: 20 }), (steps) => {
      const fifo = new Fifo<number>();
      let list: number[] = [];
      let next = 0;
      for (const { op, count } of steps) {
        const items = Array.from({ length: count }, () => next++);
        if (op === 'push') {
          for (const item of items) fifo.push(item);
          list.push(...items);
        } else if (op === 'putBack') {
          fifo.putBack(items);
          list = [...items, ...list];
        } else {
          const expected = list.splice(0, count);
          expect(Array.from({ length: count }, () => fifo.shift()).slice(0, expected.length)).toEqual(
            expected,
          );
        }
        expect(fifo.length).toBe(list.length);
      }
    }),
    { numRuns: 100 },
  );
});
