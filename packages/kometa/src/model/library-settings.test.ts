import { settingsFor } from './library-settings.ts';

const config = `
settings:
  sync_mode: append
  minimum_items: 2
  ignore_ids:
libraries:
  Films:
    settings:
      sync_mode: sync
  Cinema:
    library_name: More films
    settings: {minimum_items: 5}
`;

test.each([
  ['Films', { sync_mode: 'sync', minimum_items: 2 }],
  ['More films', { sync_mode: 'append', minimum_items: 5 }],
  ['Cinema', { sync_mode: 'append', minimum_items: 2 }],
])('the settings of %s are its own before those of all', (library, settings) => {
  expect(Object.fromEntries(settingsFor(config, library))).toEqual(settings);
});

test.each(['', 'libraries: [a]\nsettings: 3\n', 'a: [', '- b\n'])('of %j there are none', (text) => {
  expect(settingsFor(text, 'Films').size).toBe(0);
});
