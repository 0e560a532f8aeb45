import type { ItemAccount, OverlayAccount } from '@marquee/contracts';
import { anEntry } from '../testing/examples.ts';
import { freeName, layersOf, moveBy } from './layers.ts';

const entries = [
  anEntry('4k', { suppress: ['1080p'], group: 'resolution', weight: 20 }),
  anEntry('1080p', { group: 'resolution', weight: 10 }),
  anEntry('rating'),
];

test('the layer that is drawn last stands first', () => {
  expect(layersOf(entries, null).map(({ mapping }) => mapping)).toEqual(['rating', '1080p', '4k']);
});

test('suppression is told from both ends, rivals of a group to each other', () => {
  const [rating, low, high] = layersOf(entries, null);
  expect(high).toMatchObject({ suppresses: ['1080p'], suppressedBy: [], rivals: ['1080p'] });
  expect(low).toMatchObject({ suppresses: [], suppressedBy: ['4k'], rivals: ['4k'] });
  expect(rating).toMatchObject({ suppresses: [], suppressedBy: [], rivals: [] });
});

test('suppressing what is not there is no relation', () => {
  expect(layersOf([anEntry('4k', { suppress: ['gone'] })], null)[0]?.suppresses).toEqual([]);
});

test('each layer carries what became of it on the item', () => {
  const drawn = { key: '4k', reason: 'Drawn' } as OverlayAccount;
  const account = { overlays: [drawn] } as ItemAccount;
  expect(layersOf(entries, account).map((layer) => layer.account)).toEqual([null, null, drawn]);
});

test.each([
  ['4k', 'forward', { after: '1080p' }],
  ['4k', 'front', { after: 'rating' }],
  ['4k', 'back', null],
  ['rating', 'back', { after: '4k' }],
  ['rating', 'rear', { after: null }],
  ['rating', 'forward', null],
  ['rating', 'front', null],
  ['nobody', 'front', null],
] as const)('moving %s %s puts it after %j', (mapping, by, wanted) => {
  expect(moveBy(entries, mapping, by)).toEqual(wanted);
});

test('a copy gets the next free number', () => {
  expect(freeName('4k', ['rating'])).toBe('4k');
  expect(freeName('4k', ['4k', '4k 2'])).toBe('4k 3');
  expect(freeName('4k 2', ['4k', '4k 2'])).toBe('4k 3');
});
