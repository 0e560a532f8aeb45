import { createLivePlaces } from './live-places.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('who listens hears behind the frame what was last, and at once that it has come to rest', () => {
  const live = createLivePlaces();
  const heard: (string | number | null)[] = [];
  const stop = live.subscribe(() => heard.push(live.value('a', 'horizontal_offset')));
  live.show([]);
  live.show([{ key: 'a', horizontal_offset: 3 }]);
  live.show([{ key: 'a', horizontal_offset: '10%' }, { key: 'b' }]);
  expect(heard).toEqual([]);
  jest.runAllTimers();
  expect(heard).toEqual(['10%']);
  live.show([{ key: 'a', horizontal_offset: 4 }]);
  live.show([]);
  live.show([]);
  jest.runAllTimers();
  expect(heard).toEqual(['10%', null]);
  stop();
  live.show([{ key: 'a', horizontal_offset: 5 }]);
  jest.runAllTimers();
  expect(heard).toEqual(['10%', null]);
});

test('what no hand changes has no live value', () => {
  const live = createLivePlaces();
  live.show([{ key: 'a', vertical_offset: 0 }]);
  expect(live.value('a', 'horizontal_offset')).toBeNull();
  expect(live.value('a', 'vertical_offset')).toBe(0);
  expect(live.value('b', 'vertical_offset')).toBeNull();
});
