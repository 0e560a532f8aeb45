import fc from 'fast-check';
import { itemsUri, readContentUri, type SmartContent, smartUri } from './content-uri.ts';
import { allOf, anyOf, where } from './filter.ts';
import { isPlexType, plexTypes } from './item-types.ts';

test('items of a list are named by their keys', () => {
  expect(itemsUri('mid', ['1', '2'])).toBe('server://mid/com.plexapp.plugins.library/library/metadata/1,2');
  expect(itemsUri('mid', [])).toBe('server://mid/com.plexapp.plugins.library/library/metadata');
});

test('a smart list holds its question encoded once', () => {
  expect(
    smartUri('mid', {
      sectionId: '2',
      type: 'track',
      limit: 10,
      sort: { by: 'lastViewedAt', descending: true },
      filter: where('track.userRating', '>>=', 7),
    }),
  ).toBe(
    'server://mid/com.plexapp.plugins.library/library/sections/2/all?type=10&limit=10&sort=lastViewedAt%3Adesc&track.userRating%3E%3E=7',
  );
});

test('a question is read back as it was asked', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
    .filter((value) => !value.includes(','));
  const type = fc.constantFrom(...Object.keys(plexTypes).filter(isPlexType));
  const content = fc.record({
    type,
    limit: fc.nat(),
    by: fc.stringMatching(/^[a-z]{1,9}$/),
    descending: fc.boolean(),
    a: text,
    b: text,
  });
  fc.assert(
    fc.property(content, ({ type, limit, by, descending, a, b }) => {
      const sort = descending ? { by, descending } : { by };
      const filter = allOf(where('studio', '==', a), anyOf(where('genre', '=', b), where('title', '!=', a)));
      const wanted: SmartContent = { sectionId: '12', type, limit, sort, filter };
      expect(readContentUri(smartUri('mid', wanted))).toMatchObject({
        sectionId: '12',
        type,
        limit,
        sort: [sort],
        filter,
      });
    }),
  );
});

test('the other spelling, encoded as a whole, is read too', () => {
  expect(
    readContentUri(
      'library://uuid/directory/%2Flibrary%2Fsections%2F2%2Fall%3Ftype%3D10%26year%253E%253E%3D1999',
    ),
  ).toMatchObject({
    sectionId: '2',
    type: 'track',
    filter: where('year', '>>=', '1999'),
  });
});

test.each([
  '',
  'nonsense',
  'server://mid/x/library/metadata/1',
  'a%2Flibrary%2Fsections%2F%E0%A4%A',
  'https://evil.example/',
])('"%s" is no smart list', (content) => {
  expect(readContentUri(content)).toBeNull();
});
