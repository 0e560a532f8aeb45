import fc from 'fast-check';
import { createCommitGraph } from './commit-graph.ts';
import type { Commit } from './repository.ts';

const graphOf = (parents: Readonly<Record<string, readonly string[]>>) =>
  createCommitGraph({
    readCommit: async (id): Promise<Commit> => ({
      ...{ tree: '', author: { name: '', email: '' }, at: new Date(0), message: '' },
      parents: parents[id] ?? [],
    }),
  });

test.each([
  ['a branch and the folder that went on', { c: ['b'], b: ['a'], x: ['b'] }, 'c', 'x', 'b'],
  ['a branch that is merged', { m: ['b', 'x'], b: ['a'], x: ['a'] }, 'm', 'x', 'x'],
  ['one that went on after it was merged', { m: ['b', 'x'], b: ['a'], x: ['a'], y: ['x'] }, 'm', 'y', 'x'],
  [
    'one that began in the middle of a merged one',
    { m: ['a', 'y'], y: ['x'], x: ['a'], z: ['x'] },
    'm',
    'z',
    'x',
  ],
  ['one into which the folder was merged', { b: ['a'], x: ['a'], n: ['x', 'b'] }, 'b', 'n', 'b'],
  ['two that have nothing to do with each other', { b: ['a'], y: ['x'] }, 'b', 'y', undefined],
])('%s', async (_name, parents, folder, branch, base) => {
  expect(await graphOf(parents).inCommon(folder, branch)).toBe(base);
});

test('what two have in common is never older than something else that they have in common', async () => {
  // Each commit descends from up to two of those before it.
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 2 })), {
    minLength: 2,
    maxLength: 24,
  });
  await fc.assert(
    fc.asyncProperty(picks, fc.nat(), fc.nat(), async (made, oneAt, otherAt) => {
      const parents: Record<string, string[]> = {};
      for (const [at, [first, second, count]] of made.entries())
        parents[`c${at}`] =
          at === 0 ? [] : [...new Set([first % at, second % at])].slice(0, count).map((n) => `c${n}`);
      const graph = graphOf(parents);
      const [one, other] = [`c${oneAt % made.length}`, `c${otherAt % made.length}`];
      const [ofOne, ofOther] = [await graph.ancestors(one), await graph.ancestors(other)];
      const shared = [...ofOne].filter((id) => ofOther.has(id));
      const base = await graph.inCommon(one, other);
      expect(base === undefined).toBe(shared.length === 0);
      if (base === undefined) return;
      expect(shared).toContain(base);
      for (const id of shared) if (id !== base) expect((await graph.ancestors(id)).has(base)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('the versions that one has and the other has not, along first parents', async () => {
  const graph = graphOf({ d: ['c'], c: ['b', 'x'], b: ['a'], x: ['a'] });
  expect(await graph.since('d', await graph.ancestors('x'))).toEqual(['d', 'c', 'b']);
  expect(await graph.since('x', await graph.ancestors('d'))).toEqual([]);
});
