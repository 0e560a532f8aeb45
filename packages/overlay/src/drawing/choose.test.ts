import type { OverlayDefinition } from '@marquee/contracts';
import { choose } from './choose.ts';
import { definitionOf, setOf } from './testing/definitions.ts';

const fateOf = (definitions: OverlayDefinition[], queues = setOf([]).queues) => {
  const set = { definitions, queues };
  const choice = choose(set, definitions, new Set(definitions.map(({ key }) => key)));
  return {
    ...choice,
    drawn: choice.chosen.map(({ definition }) => definition.key),
    fates: Object.fromEntries([...choice.fates].map(([key, { fate }]) => [key, fate])),
  };
};

test('suppression walks through the list that it shortens: what B suppressed hides C’s own wish', () => {
  const result = fateOf([
    definitionOf('A'),
    definitionOf('B', { suppress: ['A'] }),
    definitionOf('C', { suppress: ['B'] }),
  ]);
  expect(result.drawn).toEqual(['B', 'C']);
  expect(result.fates).toMatchObject({ A: 'suppressed' });
});

test('suppression reaches no other file', () => {
  const result = fateOf([definitionOf('A', { file: 0 }), definitionOf('B', { file: 1, suppress: ['A'] })]);
  expect(result.drawn).toEqual(['A', 'B']);
});

test('of a group the heaviest stays, on a tie the first', () => {
  const group = { group: 'g' };
  expect(
    fateOf([
      definitionOf('light', { ...group, weight: 1 }),
      definitionOf('first', { ...group, weight: 9 }),
      definitionOf('second', { ...group, weight: 9 }),
    ]).drawn,
  ).toEqual(['first']);
});

test('queues come after the rest, heaviest first; what finds no slot is listed all the same', () => {
  const slot = {
    horizontalAlign: 'left' as const,
    verticalAlign: 'top' as const,
    horizontalOffset: { value: 15, percent: false },
    verticalOffset: { value: 15, percent: false },
  };
  const queues = [{ key: 'q', file: 0, name: 'q', slots: [slot] }];
  const result = fateOf(
    [
      definitionOf('light', { queue: 'q', weight: 5 }),
      definitionOf('heavy', { queue: 'q', weight: 10 }),
      definitionOf('plain'),
    ],
    queues,
  );
  expect(result.drawn).toEqual(['plain', 'heavy']);
  expect(result.fates).toMatchObject({ light: 'beyond-slots' });
  expect(result.applied).toEqual(['light', 'heavy', 'plain']);
});

test('equal weights in a queue fail the item', () => {
  const queues = [{ key: 'q', file: 0, name: 'q', slots: [] }];
  const result = fateOf(
    [definitionOf('one', { queue: 'q', weight: 5 }), definitionOf('two', { queue: 'q', weight: 5 })],
    queues,
  );
  expect(result.failure).toMatchObject({ code: 'overlay.queue-equal-weights', key: 'two' });
});

test('the largest blur counts', () => {
  const blur = (key: string, radius: number) => definitionOf(key, { kind: 'blur', name: `blur(${radius})` });
  const result = fateOf([blur('soft', 10), blur('softer', 50), blur('hard', 1)]);
  expect(result.blur).toEqual({ key: 'softer', radius: 50 });
  expect(result.fates).toEqual({ soft: 'smaller-blur', softer: 'drawn', hard: 'smaller-blur' });
});
