import { createLivePlaces } from './live-places.ts';

test('who listens hears of every change, and of its end once', () => {
  const live = createLivePlaces();
  const heard: (string | number | null)[] = [];
  const stop = live.subscribe(() => heard.push(live.value('a', 'horizontal_offset')));
  live.show([]);
  live.show([{ key: 'a', horizontal_offset: 3 }]);
  live.show([{ key: 'a', horizontal_offset: '10%' }, { key: 'b' }]);
  live.show([]);
  live.show([]);
  stop();
  live.show([{ key: 'a', horizontal_offset: 5 }]);
  expect(heard).toEqual([3, '10%', null]);
});

test('what no hand changes has no live value', () => {
  const live = createLivePlaces();
  live.show([{ key: 'a', vertical_offset: 0 }]);
  expect(live.value('a', 'horizontal_offset')).toBeNull();
  expect(live.value('a', 'vertical_offset')).toBe(0);
  expect(live.value('b', 'vertical_offset')).toBeNull();
});
