import { Item, ItemSummary } from '@marquee/contracts';
import { PlexItem } from '../metadata/item.ts';
import { PlexStream } from '../metadata/media.ts';
import { dynamicRange } from './dynamic-range.ts';
import { itemDetails, itemSummary, pictureVersion } from './item-view.ts';
import { bestResolution } from './resolution.ts';

const stream = (more: object) => PlexStream.parse({ streamType: 1, ...more });
const media = (...resolutions: (string | undefined)[]) =>
  PlexItem.parse({
    ratingKey: '1',
    type: 'movie',
    title: 'x',
    Media: resolutions.map((videoResolution, id) => ({ id, videoResolution })),
  }).media;

test.each([
  [{ DOVIPresent: '1', colorTrc: 'smpte2084' }, 'dolby-vision'],
  [{ DOVIPresent: true }, 'dolby-vision'],
  [{ DOVIPresent: '0', colorTrc: 'smpte2084' }, 'hdr10'],
  [{ colorTrc: 'arib-std-b67' }, 'hlg'],
  [{ colorTrc: 'bt709' }, 'none'],
  [{}, 'none'],
  [{ streamType: '2', colorTrc: 'smpte2084' }, null],
])('a stream with %j has the range %s', (more, range) => {
  expect(dynamicRange(stream(more))).toBe(range);
});

test.each([
  [['1080', '4k', '720'], '4k'],
  [['sd', '576'], '576'],
  [['480', 'sd', undefined], '480'],
  [['weird', 'sd'], 'sd'],
  [[undefined], null],
  [[], null],
])('of %j the best is %s', (resolutions, best) => {
  expect(bestResolution(media(...resolutions))).toBe(best);
});

test.each([
  ['/library/metadata/1/thumb/1700000001', '1700000001'],
  ['/library/collections/9/composite/1700?width=400&height=600', '1700'],
  ['', null],
  [null, null],
])('the version of the picture %s is %s', (address, version) => {
  expect(pictureVersion(address)).toBe(version);
});

const episode = PlexItem.parse({
  ratingKey: '31',
  type: 'episode',
  title: 'Pilot',
  index: '1',
  parentIndex: 1,
  parentRatingKey: 30,
  parentTitle: 'Season 1',
  grandparentRatingKey: '29',
  grandparentTitle: 'Show',
  rating: '7.5',
  originallyAvailableAt: '2020-02-03 00:00:00',
  addedAt: 1700000000,
  thumb: '/library/metadata/31/thumb/5',
  Media: [
    {
      id: 1,
      videoResolution: '1080',
      Part: [
        {
          file: '/tv/a.mkv',
          size: 5,
          Stream: [{ streamType: 3, codec: 'srt', forced: '1', language: 'English' }],
        },
      ],
    },
  ],
  Guid: [{ id: 'tvdb://1' }],
  Role: [{ tag: 'Ann' }],
});

test('an item fits the contract, as a summary and whole', () => {
  const summary = itemSummary('attic', '2', episode);
  expect(ItemSummary.parse(summary)).toEqual(summary);
  expect(summary).toMatchObject({
    id: 'attic.31',
    libraryId: 'attic.2',
    kind: 'episode',
    sortTitle: 'Pilot',
    index: 1,
    parent: { id: 'attic.30', title: 'Season 1' },
    grandparent: { id: 'attic.29', title: 'Show' },
    releasedAt: '2020-02-03',
    addedAt: '2023-11-14T22:13:20.000Z',
    resolution: '1080',
    posterVersion: '5',
    artVersion: null,
    criticRating: 7.5,
  });
  const whole = itemDetails('attic', '2', episode);
  expect(Item.parse(whole)).toEqual(whole);
  expect(whole?.media[0]?.streams[0]).toMatchObject({ kind: 'subtitle', forced: true, hdr: null });
  expect(whole?.media[0]?.parts).toEqual([{ file: '/tv/a.mkv', sizeBytes: 5 }]);
});

test('the section an item names is believed before the one it was listed in', () => {
  const item = { ...episode, sectionId: '7' };
  expect(itemSummary('attic', '2', item)?.libraryId).toBe('attic.7');
});

test.each(['1900-00-00', '2020', 'soon', null])('the release day %s is no day', (originallyAvailableAt) => {
  expect(itemSummary('attic', '2', { ...episode, originallyAvailableAt })?.releasedAt).toBeNull();
});

test('what the contract does not show is left out', () => {
  expect(itemSummary('attic', '2', { ...episode, type: 'clip' })).toBeNull();
  expect(itemDetails('attic', '2', { ...episode, type: 'photo' })).toBeNull();
});
