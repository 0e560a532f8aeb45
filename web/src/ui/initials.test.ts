import { initialsOf } from './initials.tsx';

test.each([
  ['Ada', 'A'],
  ['ada lovelace', 'AL'],
  ['Grace Brewster Murray Hopper', 'GB'],
  ['grace (Plex)', 'GP'],
  ['mail@example.org', 'ME'],
  ['Åsa Öberg', 'ÅÖ'],
  ['𠮷田 太郎', '𠮷太'],
])('%s is %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
});
