import { problem } from '@marquee/contracts';
import type { Desk, DeskTask } from './deskwork.ts';
import { createLookThrough } from './look-through.ts';

const names = { files: [], folders: [], closed: [] };
const now = { year: 2026, month: 11, day: 21, hour: 5 };
const task = (texts: Record<string, string>) => ({
  ...{ kind: 'check', texts: new Map(Object.entries(texts)), names, now },
});

/** A desk at which files that say so take too long. */
function impatientDesk() {
  const asked: string[][] = [];
  const desk = {
    async do({ texts }: Extract<DeskTask, { kind: 'check' }>) {
      asked.push([...texts.keys()]);
      for (const [file, text] of texts)
        if (text === 'slow')
          throw problem('config.check-timed-out', { details: [{ file, message: 'Too slow.' }] });
      return [];
    },
  };
  return { asked, lookThrough: createLookThrough(desk as unknown as Pick<Desk, 'do'>) };
}

test('a file that took too long is not tried again before it has changed', async () => {
  const { asked, lookThrough } = impatientDesk();
  const look = (texts: Record<string, string>) => lookThrough({ ...task(texts), kind: 'check' });
  expect(await look({ a: 'quick', b: 'slow' })).toEqual({ answer: [], tooSlow: ['b'] });
  expect(await look({ a: 'other', b: 'slow' })).toEqual({ answer: [], tooSlow: ['b'] });
  expect(await look({ a: 'other', b: 'quick' })).toEqual({ answer: [], tooSlow: [] });
  expect(asked).toEqual([['a', 'b'], ['a'], ['a'], ['a', 'b']]);
});

test('what takes too long and is no file of the folder fails', async () => {
  const failing = { do: () => Promise.reject(problem('config.check-timed-out')) };
  const lookThrough = createLookThrough(failing);
  await expect(lookThrough({ ...task({ a: 'x' }), kind: 'check' })).rejects.toMatchObject({
    code: 'config.check-timed-out',
  });
});
