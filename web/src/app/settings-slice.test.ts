import { createStore } from './store.ts';

const settingsWith = (stored: string) => {
  window.localStorage.setItem('marquee-settings', stored);
  return createStore().getState().settings;
};

test('what was chosen is there again', () => {
  const chosen = { railOpen: false, posterSize: 5, libraryLook: 'list' };
  expect(settingsWith(JSON.stringify(chosen))).toEqual(chosen);
});

test.each(['', 'not json', '[]', 'null', '{"posterSize":99}', '{"railOpen":"yes"}'])(
  'unreadable settings (%s) fall back to the usual ones',
  (stored) => {
    expect(settingsWith(stored)).toEqual({ railOpen: true, posterSize: 3, libraryLook: 'grid' });
  },
);
