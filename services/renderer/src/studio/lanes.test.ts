import { createLanes } from './lanes.ts';

test('whoever is waited for goes first, and what waited long goes before them', () => {
  let time = 0;
  const lanes = createLanes<string>(() => time);
  lanes.put('batch', 'b1');
  lanes.put('batch', 'b2');
  lanes.put('urgent', 'u1');
  time = 1_000;
  lanes.put('urgent', 'u2');
  expect([lanes.length, lanes.next()]).toEqual([4, 'u1']);
  time = 2_001;
  expect([lanes.next(), lanes.next(), lanes.next(), lanes.next()]).toEqual(['b1', 'b2', 'u2', undefined]);
});

test('all are handed out when there is nobody to do it', () => {
  const lanes = createLanes<string>();
  lanes.put('batch', 'b1');
  lanes.put('urgent', 'u1');
  expect([lanes.takeAll(), lanes.length]).toEqual([['u1', 'b1'], 0]);
});
