import fc from 'fast-check';
import { queryString } from '../connection/address.ts';
import { sendJson, withPlex } from '../testing/plex-server.ts';
import type { EditTarget } from './edits.ts';
import { removedTags, replacedTags, unionOfTags, withoutTags } from './tags.ts';

const film: EditTarget = { sectionId: '1', type: 'movie', ratingKeys: ['1001'] };

test('a field is set and locked, and may be locked alone', () =>
  withPlex(
    (_, response) => response.end(),
    async (plex, { received }) => {
      await plex.edits.fields(
        { ...film, ratingKeys: ['1001', '1002'] },
        { summary: { value: 'Everything – äöü "quoted" | pipe' }, rating: { value: 8.1, locked: false } },
      );
      await plex.edits.lock(film, ['thumb', 'title'], false);
      expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'PUT /library/sections/1/all?type=1&id=1001%2C1002&summary.value=Everything%20%E2%80%93%20%C3%A4%C3%B6%C3%BC%20%22quoted%22%20%7C%20pipe&summary.locked=1&rating.value=8.1&rating.locked=0',
        'PUT /library/sections/1/all?type=1&id=1001&thumb.locked=0&title.locked=0',
      ]);
      expect(received[0]?.body).toHaveLength(0);
    },
  ));

test('the whole list of tags is sent, and leftovers are named for removal', () => {
  const change = { wanted: ['Overlay', 'Mine, too'], current: ['overlay', 'Old & gone'], locked: true };
  expect(queryString(replacedTags('label', change))).toBe(
    'label%5B0%5D.tag.tag=Overlay&label%5B1%5D.tag.tag=Mine%2C%20too&label%5B%5D.tag.tag-=Old%2520%2526%2520gone&label.locked=1',
  );
});

test('names to remove are encoded twice and parted by commas encoded once', () => {
  expect(queryString(removedTags('genre', ['Science Fiction', 'Action']))).toBe(
    'genre%5B%5D.tag.tag-=Science%2520Fiction%2CAction',
  );
  expect(removedTags('genre', [])).toEqual([]);
});

test('a name with commas in it is still one name to remove', () => {
  const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(names, (all) => {
      const [value = ''] = new URLSearchParams(queryString(removedTags('label', all))).values();
      expect(value.split(',').map(decodeURIComponent)).toEqual(all);
    }),
  );
});

test('tags differ by more than case', () => {
  expect(unionOfTags(['Overlay'], ['overlay', 'New', 'NEW'])).toEqual(['Overlay', 'New']);
  expect(withoutTags(['Overlay', 'New'], ['OVERLAY'])).toEqual(['New']);
});

const labelled = (labels: string[]) => ({
  librarySectionID: 3,
  Metadata: [{ ratingKey: '5', type: 'episode', title: 'x', Label: labels.map((tag) => ({ tag })) }],
});

test('adding a label keeps those that are there, read anew each time', () =>
  withPlex(
    ({ method }, response) => (method === 'GET' ? sendJson(response, labelled(['Old'])) : response.end()),
    async (plex, { received }) => {
      expect(await plex.labels.add('5', ['New'])).toEqual(['Old', 'New']);
      expect(await plex.labels.remove('5', ['old'])).toEqual([]);
      expect(await plex.labels.set('5', ['A'])).toEqual(['A']);
      expect(received.filter(({ method }) => method === 'PUT').map(({ query }) => [...query])).toEqual([
        [
          ['type', '4'],
          ['id', '5'],
          ['label[0].tag.tag', 'Old'],
          ['label[1].tag.tag', 'New'],
          ['label.locked', '1'],
        ],
        [
          ['type', '4'],
          ['id', '5'],
          ['label[].tag.tag-', 'Old'],
          ['label.locked', '1'],
        ],
        [
          ['type', '4'],
          ['id', '5'],
          ['label[0].tag.tag', 'A'],
          ['label[].tag.tag-', 'Old'],
          ['label.locked', '1'],
        ],
      ]);
      expect(
        received.every(({ method, path }) => method === 'GET' || path === '/library/sections/3/all'),
      ).toBe(true);
    },
  ));

test('labels that are right already are not written', () =>
  withPlex(
    (_, response) => sendJson(response, labelled(['Old'])),
    async (plex, { received }) => {
      await plex.labels.add('5', ['OLD']);
      await plex.labels.remove('5', ['other']);
      expect(received.map(({ method }) => method)).toEqual(['GET', 'GET']);
    },
  ));

test('an item of a kind that cannot be edited is refused before anything is written', () =>
  withPlex(
    (_, response) => sendJson(response, { Metadata: [{ ratingKey: '5', type: 'hologram', title: 'x' }] }),
    async (plex) => {
      await expect(plex.labels.add('5', ['New'])).rejects.toMatchObject({ code: 'plex.bad-answer' });
    },
  ));
